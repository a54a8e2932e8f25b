class Users {
    @GET
    @Deprecated
    public List<User> all() {
        return store.all();
    }
}
