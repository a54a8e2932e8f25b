class Chart : public Widget, public Serializable {
public:
    void draw();
};
