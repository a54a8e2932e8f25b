class A {
    void f(List<User> users) {
        users.removeIf(user -> user.expired() && !user.admin());
        save(users);
    }
}
