class A {
    void f(List<User> users) {
        users.removeIf(user -> {
            log(user);
            return user.expired() && !user.admin();
        });
        save(users);
    }
}
