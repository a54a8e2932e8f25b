CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT
);

CREATE INDEX users_email ON users (email);
CREATE INDEX users_name ON users (name);

INSERT INTO roles (id, name) VALUES
    (1, 'admin'),
    (2, 'user');
