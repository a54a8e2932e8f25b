static int one(void)
{
    return 1;
}

static int two(void)
{
    return 2;
}

/* One more than two. */
static int three(void)
{
    return 3;
}
