CREATE TABLE users (
    id INTEGER PRIMARY KEY,
<<<<<<< left
    email TEXT
);

CREATE INDEX users_email ON users (email);
=======
    name TEXT NOT NULL,
    email TEXT
);

CREATE INDEX users_email ON users (email);
CREATE INDEX users_name ON users (name);
>>>>>>> right

INSERT INTO roles (id, name) VALUES
    (1, 'admin'),
    (2, 'user');
