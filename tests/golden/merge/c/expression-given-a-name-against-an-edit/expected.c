int area(struct box *b)
{
    int size = b->width * b->depth;
    return scale(size);
}
