enum state {
    IDLE,
    BUSY,
    DONE,
    STATES
};
