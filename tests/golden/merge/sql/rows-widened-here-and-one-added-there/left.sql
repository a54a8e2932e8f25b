INSERT INTO roles (id, name, rank) VALUES
    (1, 'reader', 10),
    (2, 'writer', 20);
