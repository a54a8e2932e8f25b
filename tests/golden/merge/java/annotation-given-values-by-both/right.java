class User {
    @Column(nullable = false)
    String name;

    @Index(name = "b")
    int age;
}
