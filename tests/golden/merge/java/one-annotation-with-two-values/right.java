class Users {
    @GET
    @Path("/people")
    public List<User> all() {
        return store.all();
    }
}
