class User {
    @Column
    String name;

    @Index
    int age;
}
