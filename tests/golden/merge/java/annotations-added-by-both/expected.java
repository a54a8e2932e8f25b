class Users {
    @GET
    @Path("/users")
    @Deprecated
    public List<User> all() {
        return store.all();
    }
}
