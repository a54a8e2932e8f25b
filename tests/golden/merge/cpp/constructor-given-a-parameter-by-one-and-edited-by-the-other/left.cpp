class Widget {
public:
    explicit Widget(int id, const std::string& name);

    void draw(Canvas& canvas) const;
    void draw(Canvas& canvas, int layer) const;
};
