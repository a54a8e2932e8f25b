#ifdef DEBUG
void dump(struct node *n)
{
    print(n);
}
#endif

int main(void)
{
    return 0;
}
