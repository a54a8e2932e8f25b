UPDATE users
SET
    name = 'none',
    seen = NULL,
    email = NULL,
    phone = NULL
WHERE id = 1;
