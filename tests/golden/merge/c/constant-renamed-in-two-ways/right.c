enum e {
    A,
    BB,
    LAST
};
