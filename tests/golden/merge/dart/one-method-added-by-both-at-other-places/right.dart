import 'dart:io';

class Repo {
  final Map<String, User> users = {};

  User? find(String id) {
    return users[id];
  }

  void save(User user) {
    users[user.id] = user;
  }

  int size() => users.length;
}
