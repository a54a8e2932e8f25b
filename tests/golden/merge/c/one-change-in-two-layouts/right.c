int main(void)
{
    start(options, 5);
    return run() != 0;
}
