int f(void)
{
    int r = 0;
    if (a())
        goto out;
    if (b())
        goto out;
out:
    return r;
}
