-- Who may log in.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    created DATE
);

CREATE INDEX users_by_name ON users (name);
CREATE UNIQUE INDEX users_by_id ON users (id);
