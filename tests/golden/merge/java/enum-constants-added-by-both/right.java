enum Color {
    RED("r"),
    GREEN("g"),
    WHITE("w");

    private final String code;
}
