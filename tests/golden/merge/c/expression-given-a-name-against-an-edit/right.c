int area(struct box *b)
{
    return scale(b->width * b->depth);
}
