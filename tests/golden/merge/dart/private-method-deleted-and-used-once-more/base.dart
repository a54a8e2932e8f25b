import 'dart:async';
import 'package:app/user.dart';

class Store {
  final Map<int, User> _users = {};
  final Clock clock;

  Store(this.clock);

  User? find(int id) => _users[id];

  void save(User user) {
    _check(user);
    _users[user.id] = user;
  }

  void _check(User user) {
    assert(user.id > 0);
  }
}
