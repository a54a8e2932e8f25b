class Users {
    @GET
    public List<User> all() {
        return store.all();
    }
}
