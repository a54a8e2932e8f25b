CREATE TABLE orders (
    id INTEGER,
    total INTEGER,
    CONSTRAINT positive CHECK (total > 0),
<<<<<<< left
    CONSTRAINT small CHECK (total < 100)
=======
    CONSTRAINT small CHECK (total < 1000)
>>>>>>> right
);
