static const struct command commands[] = {
    { "get", do_get },
    { "put", do_put },
<<<<<<< left
    { "list", do_list },
=======
    { "drop", do_drop },
>>>>>>> right
};
