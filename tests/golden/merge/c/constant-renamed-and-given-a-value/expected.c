enum e {
    A,
    BB = 4,
    LAST
};
