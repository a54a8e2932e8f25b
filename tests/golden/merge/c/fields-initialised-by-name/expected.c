static const struct operations ops = {
    .open = file_open,
    .close = file_close,
    .read = file_read,
    .seek = file_seek,
};
