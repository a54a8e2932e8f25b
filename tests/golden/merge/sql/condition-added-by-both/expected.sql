SELECT id, name
FROM users
<<<<<<< left
WHERE active = TRUE AND age > 17
=======
WHERE active = TRUE AND name <> ''
>>>>>>> right
ORDER BY name;
