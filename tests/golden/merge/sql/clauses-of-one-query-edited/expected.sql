SELECT id, name
FROM users
WHERE active = FALSE
ORDER BY created;
