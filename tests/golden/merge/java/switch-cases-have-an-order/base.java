class Codes {
    String name(int code) {
        switch (code) {
            case 1:
                return "one";
            default:
                return "many";
        }
    }
}
