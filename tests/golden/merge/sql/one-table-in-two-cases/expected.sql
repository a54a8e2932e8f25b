-- users
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT
);

<<<<<<< left
CREATE TABLE a (
    id INTEGER
=======
CREATE TABLE A (
    key TEXT
>>>>>>> right
);

CREATE INDEX users_name ON users (name);

INSERT INTO roles (id, name) VALUES
    (1, 'admin'),
    (2, 'user');

SELECT id, name
FROM users
WHERE active = 1
ORDER BY name;
