class Engine {
public:
    void run();
    template <typename T>
    void each(T function);
    friend class Driver;
    friend std::ostream& operator<<(std::ostream&, const Engine&);
};
