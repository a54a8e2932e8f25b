UPDATE users
SET
    name = 'none',
    seen = NULL,
    phone = NULL
WHERE id = 1;
