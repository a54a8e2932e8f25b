enum Color {
    RED("r"),
    GREEN("g");

    private final String code;
}
