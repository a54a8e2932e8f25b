SELECT id, name
FROM users
WHERE active = TRUE
ORDER BY created;
