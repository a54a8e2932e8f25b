class Config {
    private String host;
    private int port;

    Config() {}
}
