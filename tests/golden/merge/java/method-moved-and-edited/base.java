class Parser {
    Node parse() {
        Node node = term();
        expectEnd();
        return node;
    }

    Node term() {
        Token token = next();
        return new Node(token);
    }

    void expectEnd() {
        if (peek() != null) {
            throw new ParseError(peek());
        }
    }
}
