SELECT id, name
FROM users
WHERE active = TRUE AND age > 17
ORDER BY name;
