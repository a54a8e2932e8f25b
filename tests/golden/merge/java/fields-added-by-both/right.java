class Config {
    private String host;
    private int port;
    private boolean secure;

    Config() {}
}
