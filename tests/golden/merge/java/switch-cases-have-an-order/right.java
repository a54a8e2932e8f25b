class Codes {
    String name(int code) {
        switch (code) {
            case 1:
                return "one";
            case 3:
                return "three";
            default:
                return "many";
        }
    }
}
