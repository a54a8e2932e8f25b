int limit = 15;

int main(void)
{
    return limit;
}
