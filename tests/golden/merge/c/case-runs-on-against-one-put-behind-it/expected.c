void f(int x)
{
    switch (x) {
    case 1:
        g();
<<<<<<< left
        /* fall through */
=======
        break;
    case 5:
        k();
        break;
>>>>>>> right
    case 9:
        h();
        break;
    }
}
