class T
{
    public int Size { get; set; }
}
