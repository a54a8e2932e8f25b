<<<<<<< left
SELECT id, name, email
=======
SELECT id, name, age
>>>>>>> right
FROM users
WHERE active = TRUE
ORDER BY name;
