class Job {
    Job(String name, int n) {
        this.name = name;
    }
}

class Use {
    void a() {
<<<<<<< left
        run(new Job("a", 1));
    }

    void b() {
        stop();
=======
        run(new Job("a"));
    }

    void b() {
        run(new Job("b"));
>>>>>>> right
    }
}
