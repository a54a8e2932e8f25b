int area(struct box *b)
{
    int size = b->width * b->height;
    return scale(size);
}
