import 'dart:io';

class Repo {
  final Map<String, User> users = {};

<<<<<<< left
  User? find([String id, bool deep]) {
=======
  User? find([String id, int limit]) {
>>>>>>> right
    return users[id];
  }

  void save(User user) {
    users[user.id] = user;
  }
}
