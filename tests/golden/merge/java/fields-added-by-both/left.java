class Config {
    private String host;
    private int port;
    private int retries = 3;

    Config() {}
}
