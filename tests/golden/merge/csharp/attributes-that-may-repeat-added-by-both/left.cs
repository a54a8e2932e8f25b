class A
{
    [TestCase(1)]
    [TestCase(2)]
    public void F(int n) { }
}
