INSERT INTO colors (id, name) VALUES
    (1, 'crimson'),
    (2, 'lime');
