class Queries {
    static final String USERS = """
        SELECT name, mail
        FROM users
        WHERE active
        ORDER BY name
        """;
}
