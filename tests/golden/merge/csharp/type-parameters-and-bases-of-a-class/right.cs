class A<T>
{
    int x;
}
