enum e {
    A,
<<<<<<< left
    BX,
=======
    BB,
>>>>>>> right
    LAST
};
