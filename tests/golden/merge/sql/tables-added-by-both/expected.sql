-- Who may log in.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    created DATE
);

CREATE INDEX users_by_name ON users (name);

CREATE TABLE orders (
    id INTEGER PRIMARY KEY
);

CREATE TABLE products (
    id INTEGER PRIMARY KEY,
    title TEXT
);
