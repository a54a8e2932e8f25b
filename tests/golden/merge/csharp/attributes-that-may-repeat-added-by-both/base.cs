class A
{
    [TestCase(1)]
    public void F(int n) { }
}
