class Widget {
public:
    explicit Widget(int id);

    void draw(Canvas& canvas) const;
    void draw(Canvas& canvas, int depth) const;
};
