-- Who may log in.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    created DATE
);

CREATE INDEX users_by_name ON users (name);
