-- Who may log in.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    age INTEGER,
    created DATE
);

CREATE INDEX users_by_name ON users (name);
