package app;

public class Reader implements Closeable, Iterable<String> {
    private int at;
}

sealed interface Mark permits Start, End {
    int at();
}
