-- Who may log in.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
<<<<<<< left
    created TIMESTAMP
=======
    created TIMESTAMPTZ
>>>>>>> right
);

CREATE INDEX users_by_name ON users (name);
