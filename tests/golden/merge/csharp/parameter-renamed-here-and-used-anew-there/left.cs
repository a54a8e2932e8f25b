class Shape
{
    double Area(double w, double height)
    {
        Check(w);
        Check(height);
        Log("area");
        return Product();
    }
}
