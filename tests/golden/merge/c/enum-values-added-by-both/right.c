enum state {
    IDLE,
    BUSY,
    FAILED,
    STATES
};
