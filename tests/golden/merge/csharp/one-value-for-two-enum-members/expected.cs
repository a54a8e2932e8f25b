enum E
{
    A = 1,
    B = 2,
<<<<<<< left
    C = 3,
=======
    D = 3,
>>>>>>> right
}
