class Widget : public Base {
public:
    void draw();
    void show();
    void hide();

protected:
    void invalidate();

private:
    int id_;
};
