class Job {
    Job(String name) {
        this.name = name;
    }
}

class Use {
    void a() {
        run(new Job("a"));
    }

    void b() {
        stop();
    }
}
