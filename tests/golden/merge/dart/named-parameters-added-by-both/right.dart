import 'dart:io';

class Repo {
  final Map<String, User> users = {};

  User? find({String id, int limit = 1}) {
    return users[id];
  }

  void save(User user) {
    users[user.id] = user;
  }
}
