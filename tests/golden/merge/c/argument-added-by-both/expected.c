void report(void)
{
    header();
<<<<<<< left
    print("total", total, stdout);
=======
    print("total", total, 80);
>>>>>>> right
    footer();
}
