class Widget : public Base {
public:
    void draw();
    void show();

<<<<<<< left
=======
protected:
    void invalidate();
    void validate();

>>>>>>> right
private:
    int id_;
};
