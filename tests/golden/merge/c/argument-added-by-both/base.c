void report(void)
{
    header();
    print("total", total);
    footer();
}
