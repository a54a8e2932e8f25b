class Widget : public Base {
public:
    void draw();
    void show();

private:
    int id_;
};
