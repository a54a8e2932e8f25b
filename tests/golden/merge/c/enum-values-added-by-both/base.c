enum state {
    IDLE,
    BUSY,
    STATES
};
