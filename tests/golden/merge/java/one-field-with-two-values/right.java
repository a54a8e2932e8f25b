class Config {
    private String host;
    private long retries = 5;

    Config() {}
}
