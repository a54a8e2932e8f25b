var names = users
    .Where(user => user.Active)
    .Take(10)
    .Select(user => user.Name);
