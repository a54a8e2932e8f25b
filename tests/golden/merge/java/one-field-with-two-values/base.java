class Config {
    private String host;

    Config() {}
}
