class Box<T> where T : class
{
    T item;
}
