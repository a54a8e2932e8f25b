enum e {
    A,
    B = 4,
    LAST
};
