using System;
using System.Collections.Generic;

namespace App
{
    public class Repo
    {
        private readonly Dictionary<string, User> _users = new();

        public User Find(string id)
        {
            return _users[id];
        }

        public void Save(User user)
        {
            _users[user.Id] = user;
        }
    }
}
