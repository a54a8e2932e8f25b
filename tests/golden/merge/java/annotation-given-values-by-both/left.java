class User {
    @Column(name = "user_name")
    String name;

    @Index(name = "a")
    int age;
}
