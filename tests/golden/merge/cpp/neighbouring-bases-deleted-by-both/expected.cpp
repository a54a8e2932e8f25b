class Chart : public Widget {
public:
    void draw();
};
