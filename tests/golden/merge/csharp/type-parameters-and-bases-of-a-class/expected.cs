class A<T> : B
{
    int x;
}
