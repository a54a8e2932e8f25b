import 'dart:io';
import 'package:shop/cart.dart';

class Counter {
  final String name;
  int value = 0;

<<<<<<< left
  Counter(this.name, this.value);
=======
  Counter(this.name, int step);
>>>>>>> right

  void increment() {
    value++;
  }
}
