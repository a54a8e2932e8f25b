class Shape
{
    double Area(double w, double height)
    {
<<<<<<< left
        Check(w);
        Check(height);
        Log("area");
=======
        Check(width);
        Check(height);
        Log("area", width);
>>>>>>> right
        return Product();
    }
}
