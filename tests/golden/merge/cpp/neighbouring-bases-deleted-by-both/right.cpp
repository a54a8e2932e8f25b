class Chart : public Widget, public Printable {
public:
    void draw();
};
