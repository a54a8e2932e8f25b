CREATE TABLE orders (
    id INTEGER,
    total INTEGER,
    CONSTRAINT positive CHECK (total > 0),
    CONSTRAINT counted CHECK (id > 0)
);
