class Chart : public Widget, private Printable, public Serializable {
public:
    void draw();
};
