CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT
);

CREATE INDEX users_email ON accounts (email);

INSERT INTO roles (id, name) VALUES
    (1, 'admin'),
    (2, 'user');
