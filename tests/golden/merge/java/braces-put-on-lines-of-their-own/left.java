class A
{
    void a()
    {
        if (x)
        {
            y();
        }
    }
}
