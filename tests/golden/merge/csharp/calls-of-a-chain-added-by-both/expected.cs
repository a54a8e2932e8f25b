var names = users
    .Where(user => user.Active)
<<<<<<< left
    .OrderBy(user => user.Age)
=======
    .Take(10)
>>>>>>> right
    .Select(user => user.Name);
