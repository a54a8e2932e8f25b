CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT
);

<<<<<<< left
CREATE INDEX users_email ON accounts (email);

INSERT INTO roles (id, name) VALUES
    (1, 'admin'),
    (2, 'user');
=======
CREATE INDEX users_email ON users (email);

INSERT INTO roles (id, name) VALUES
    (1, 'admin'),
    (2, 'user');

INSERT INTO users (id, name) VALUES (1, 'a');
>>>>>>> right
