class Job {
    Job(String name, int n) {
        this.name = name;
    }
}

class Use {
    void a() {
        run(new Job("a", 1));
    }

    void b() {
        stop();
    }
}
