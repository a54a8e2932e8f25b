class Widget : public Base {
public:
    void draw();
    void show();

protected:
    void invalidate();
    void validate();

private:
    int id_;
};
