class Config {
    private String host;
    private int retries = 3;

    Config() {}
}
