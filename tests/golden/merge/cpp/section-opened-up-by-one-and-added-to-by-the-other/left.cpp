class Widget : public Base {
public:
    void draw();
    void show();

public:
    void invalidate();

private:
    int id_;
};
