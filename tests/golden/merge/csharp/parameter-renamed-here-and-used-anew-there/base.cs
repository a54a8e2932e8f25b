class Shape
{
    double Area(double width, double height)
    {
        Check(width);
        Check(height);
        Log("area");
        return Product();
    }
}
