int main(void)
{
    start(options, 3);
    return run();
}
