class Users {
    @GET
    @Path("/users")
    public List<User> all() {
        return store.all();
    }
}
