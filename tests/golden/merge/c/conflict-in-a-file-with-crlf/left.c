int limit = 20;

int main(void)
{
    return limit;
}
