<<<<<<< left
class Chart : public Widget, public Serializable {
=======
class Chart : public Widget, private Printable, public Serializable {
>>>>>>> right
public:
    void draw();
};
