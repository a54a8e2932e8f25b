class Box<T> where T : class, ICloneable, IDisposable
{
    T item;
}
