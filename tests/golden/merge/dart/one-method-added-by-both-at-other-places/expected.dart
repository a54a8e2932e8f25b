import 'dart:io';

class Repo {
  final Map<String, User> users = {};

  int size() => users.length;

  User? find(String id) {
    return users[id];
  }

  void save(User user) {
    users[user.id] = user;
  }
}
