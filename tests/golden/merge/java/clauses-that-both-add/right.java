package app;

public class Reader implements Iterable<String> {
    private int at;
}

sealed interface Mark permits End {
    int at();
}
