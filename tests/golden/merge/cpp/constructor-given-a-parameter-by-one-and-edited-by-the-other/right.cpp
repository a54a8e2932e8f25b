class Widget {
public:
    Widget(int id);

    void draw(Canvas& canvas) const;
    void draw(Canvas& canvas, int layer) const;
};
