class Engine {
public:
    void run();
    template <typename T>
    void visit(T visitor);
    friend class Driver;
    friend class Monitor;
};
