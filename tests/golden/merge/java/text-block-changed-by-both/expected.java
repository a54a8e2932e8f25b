class Queries {
    static final String USERS = """
        SELECT name, mail, age
        FROM users
        WHERE active
        ORDER BY name DESC
        """;
}
