void report(void)
{
    header();
    print("total", total, stdout);
    footer();
}
