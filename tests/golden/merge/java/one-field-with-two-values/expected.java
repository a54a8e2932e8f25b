class Config {
    private String host;
<<<<<<< left
    private int retries = 3;
=======
    private long retries = 5;
>>>>>>> right

    Config() {}
}
