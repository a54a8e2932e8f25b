#ifdef DEBUG
void dump(struct node *n)
{
    print(n);
}

void dump_all(struct node *n)
{
    while (n)
        dump(n);
}

void check(struct node *n)
{
    assert(n);
}
#endif

int main(void)
{
    return 0;
}
