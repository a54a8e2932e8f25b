SELECT id, name
FROM users
WHERE active = TRUE AND name <> ''
ORDER BY name;
