CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    email TEXT
);

CREATE INDEX users_email ON users (email);

INSERT INTO roles (id, name) VALUES
    (1, 'admin'),
    (2, 'user');
