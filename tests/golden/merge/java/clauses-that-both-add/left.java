package app;

public class Reader implements Closeable {
    private int at;
}

sealed interface Mark permits Start {
    int at();
}
