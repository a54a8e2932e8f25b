class Widget {
public:
    explicit Widget(int id);

    void draw(Canvas& canvas) const;
    void draw(Canvas& canvas, int layer) const;
<<<<<<< left
    void draw(Canvas& canvas, double scale) const;
=======
    void draw(Canvas& canvas, double factor) const;
>>>>>>> right
};
