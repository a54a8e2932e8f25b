CREATE TABLE orders (
    id INTEGER,
    total INTEGER,
    CONSTRAINT positive CHECK (total > 0),
    CONSTRAINT small CHECK (total < 100)
);
