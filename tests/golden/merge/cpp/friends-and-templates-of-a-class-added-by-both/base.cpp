class Engine {
public:
    void run();
    friend class Driver;
};
