enum state {
    IDLE,
    BUSY,
<<<<<<< left
    DONE,
=======
    FAILED,
>>>>>>> right
    STATES
};
