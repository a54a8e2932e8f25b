INSERT INTO colors (id, name) VALUES
    (1, 'red'),
    (2, 'lime');
