class A : B
{
    int x;
}
