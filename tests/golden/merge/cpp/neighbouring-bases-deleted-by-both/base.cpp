class Chart : public Widget, public Printable, public Serializable {
public:
    void draw();
};
