class Widget : public Base {
public:
    void draw();
<<<<<<< left
protected:
    void show();
=======
    void show();
    void hide();
>>>>>>> right

protected:
    void invalidate();

private:
    int id_;
};
