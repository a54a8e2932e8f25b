class Codes {
    String name(int code) {
        switch (code) {
            case 1:
                return "one";
<<<<<<< left
            case 2:
                return "two";
=======
            case 3:
                return "three";
>>>>>>> right
            default:
                return "many";
        }
    }
}
