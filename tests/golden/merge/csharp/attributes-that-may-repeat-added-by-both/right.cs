class A
{
    [TestCase(1)]
    [TestCase(3)]
    public void F(int n) { }
}
