INSERT INTO role (id, name) VALUES
    (1, 'reader'),
    (20, 'writer'),
    (3, 'admin');
