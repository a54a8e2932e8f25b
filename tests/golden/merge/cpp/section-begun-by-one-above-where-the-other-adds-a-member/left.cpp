class Widget : public Base {
public:
    void draw();
protected:
    void show();

protected:
    void invalidate();

private:
    int id_;
};
