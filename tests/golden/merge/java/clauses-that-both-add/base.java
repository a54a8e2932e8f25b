package app;

public class Reader {
    private int at;
}

sealed interface Mark {
    int at();
}
