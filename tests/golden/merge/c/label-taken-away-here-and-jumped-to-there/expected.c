int f(void)
{
    int r = 0;
    if (a())
<<<<<<< left
        return 0;
    b();
=======
        goto out;
    if (b())
        goto out;
out:
>>>>>>> right
    return r;
}
