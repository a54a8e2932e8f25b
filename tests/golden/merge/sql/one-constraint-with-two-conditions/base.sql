CREATE TABLE orders (
    id INTEGER,
    total INTEGER,
    CONSTRAINT positive CHECK (total > 0)
);
