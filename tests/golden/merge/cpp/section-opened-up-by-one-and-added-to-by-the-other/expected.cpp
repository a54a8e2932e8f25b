class Widget : public Base {
public:
    void draw();
    void show();

public:
    void invalidate();
    void validate();

private:
    int id_;
};
