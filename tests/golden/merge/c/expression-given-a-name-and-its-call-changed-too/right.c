int area(struct box *b)
{
    return round_up(b->width * b->depth);
}
