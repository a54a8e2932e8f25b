class User {
    @Column(name = "user_name", nullable = false)
    String name;

<<<<<<< left
    @Index(name = "a")
=======
    @Index(name = "b")
>>>>>>> right
    int age;
}
