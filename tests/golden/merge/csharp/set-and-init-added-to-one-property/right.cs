class T
{
    public int Size { get; init; }
}
