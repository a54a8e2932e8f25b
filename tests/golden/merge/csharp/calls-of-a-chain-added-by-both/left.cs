var names = users
    .Where(user => user.Active)
    .OrderBy(user => user.Age)
    .Select(user => user.Name);
