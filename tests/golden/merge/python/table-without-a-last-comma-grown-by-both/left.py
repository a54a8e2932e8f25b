HANDLERS = {
    "put": on_put,
    "get": on_get,
    "delete": on_delete
}
