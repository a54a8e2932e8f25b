struct packet {
    uint16_t kind;
    uint16_t length;
    uint8_t flags;
};
