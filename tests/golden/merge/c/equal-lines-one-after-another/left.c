void box(void)
{
    puts("-");
    puts("-");
    puts("-");
    puts("-");
    puts(title);
}
