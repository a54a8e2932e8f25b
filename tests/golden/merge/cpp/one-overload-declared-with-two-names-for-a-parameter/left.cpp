class Widget {
public:
    explicit Widget(int id);

    void draw(Canvas& canvas) const;
    void draw(Canvas& canvas, int layer) const;
    void draw(Canvas& canvas, double scale) const;
};
