import 'dart:async';
import 'package:app/user.dart';

class Store {
  final Map<int, User> _users = {};
  final Clock clock;

  Store(this.clock);

  User? find(int id) => _users[id];

<<<<<<< left
  void save(User user) {
=======
  void replace(User user) {
    _check(user);
    save(user);
  }

  void save(User user) {
    _check(user);
>>>>>>> right
    _users[user.id] = user;
  }
}
