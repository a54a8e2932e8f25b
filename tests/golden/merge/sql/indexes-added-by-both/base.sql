-- Who may log in.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    created DATE
);

CREATE INDEX users_by_name ON users (name);
