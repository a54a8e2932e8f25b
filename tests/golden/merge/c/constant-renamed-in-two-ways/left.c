enum e {
    A,
    BX,
    LAST
};
