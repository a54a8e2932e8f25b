import 'dart:io';

class Repo {
  final Map<String, User> users = {};

  User? find([String id, bool deep]) {
    return users[id];
  }

  void save(User user) {
    users[user.id] = user;
  }
}
