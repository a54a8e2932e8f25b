class A {
    void f(List<User> users) {
        users.removeIf(user -> user.expired());
        save(users);
    }
}
