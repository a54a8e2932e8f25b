class A
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void F(int n) { }
}
