enum Color {
    RED("r"),
    GREEN("g"),
    BLUE("b");

    private final String code;
}
