INSERT INTO role (id, name) VALUES
    (1, 'reader'),
    (2, 'writer'),
<<<<<<< left
    (3, 'owner');
=======
    (3, 'admin');
>>>>>>> right
