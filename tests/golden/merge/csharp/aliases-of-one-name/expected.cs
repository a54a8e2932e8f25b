using System;
using System.Collections.Generic;
<<<<<<< left
using Json = Newtonsoft.Json;
=======
using Json = System.Text.Json;
>>>>>>> right

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
