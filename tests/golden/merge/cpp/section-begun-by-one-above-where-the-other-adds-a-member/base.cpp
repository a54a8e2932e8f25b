class Widget : public Base {
public:
    void draw();
    void show();

protected:
    void invalidate();

private:
    int id_;
};
