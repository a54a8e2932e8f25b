UPDATE users
SET
    name = 'none',
    seen = NULL,
    email = NULL
WHERE id = 1;
