struct packet {
    uint16_t kind;
    uint16_t length;
    uint32_t check;
};
