enum e {
    A,
    B,
    LAST
};
