HANDLERS = {
    "put": on_put,
    "get": on_get,
    "head": on_head
}
