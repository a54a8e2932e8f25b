class Box<T> where T : class, ICloneable
{
    T item;
}
