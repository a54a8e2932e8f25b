enum Color {
    RED("r"),
    GREEN("g"),
    BLUE("b"),
    WHITE("w");

    private final String code;
}
