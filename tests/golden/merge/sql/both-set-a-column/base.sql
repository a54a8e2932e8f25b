UPDATE users
SET
    name = 'none',
    seen = NULL
WHERE id = 1;
