int f(void)
{
    int r = 0;
    if (a())
        goto out;
    b();
out:
    return r;
}
