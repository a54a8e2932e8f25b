static const struct command commands[] = {
    { "get", do_get },
    { "put", do_put },
    { "list", do_list },
};
