SELECT id, name, age
FROM users
WHERE active = TRUE
ORDER BY name;
