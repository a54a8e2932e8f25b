struct packet {
    uint16_t kind;
    uint16_t length;
<<<<<<< left
    uint32_t check;
=======
    uint8_t flags;
>>>>>>> right
};
