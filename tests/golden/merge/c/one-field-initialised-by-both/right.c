static const struct operations ops = {
    .open = file_open,
    .close = file_close,
    .read = generic_read,
};
