class Engine {
public:
    void run();
    template <typename T>
    void visit(T visitor);
    template <typename T>
    void each(T function);
    friend class Driver;
    friend class Monitor;
    friend std::ostream& operator<<(std::ostream&, const Engine&);
};
