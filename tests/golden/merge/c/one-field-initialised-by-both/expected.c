static const struct operations ops = {
    .open = file_open,
    .close = file_close,
<<<<<<< left
    .read = file_read,
=======
    .read = generic_read,
>>>>>>> right
};
