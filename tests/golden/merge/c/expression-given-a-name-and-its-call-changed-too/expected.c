int area(struct box *b)
{
    int size = b->width * b->height;
<<<<<<< left
    return round_up(size);
=======
    return round_up(b->width * b->depth);
>>>>>>> right
}
