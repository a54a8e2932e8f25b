class Users {
    @GET
<<<<<<< left
    @Path("/users")
=======
    @Path("/people")
>>>>>>> right
    public List<User> all() {
        return store.all();
    }
}
