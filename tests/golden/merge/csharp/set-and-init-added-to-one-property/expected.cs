class T
{
<<<<<<< left
    public int Size { get; set; }
=======
    public int Size { get; init; }
>>>>>>> right
}
