void report(void)
{
    header();
    print("total", total, 80);
    footer();
}
