class Box<T> where T : class, IDisposable
{
    T item;
}
