static int one(void)
{
    return 1;
}

/* One more than two. */
static int three(void)
{
    return 3;
}