<<<<<<< left
INSERT INTO roles (id, name, rank) VALUES
    (1, 'reader', 10),
    (2, 'writer', 20);
=======
INSERT INTO roles (id, name) VALUES
    (1, 'reader'),
    (2, 'writer'),
    (3, 'owner');
>>>>>>> right
