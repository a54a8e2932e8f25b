int f(void)
{
    int r = 0;
    if (a())
        return 0;
    b();
    return r;
}
