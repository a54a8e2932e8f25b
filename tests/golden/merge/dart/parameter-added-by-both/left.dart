import 'dart:io';
import 'package:shop/cart.dart';

class Counter {
  final String name;
  int value = 0;

  Counter(this.name, this.value);

  void increment() {
    value++;
  }
}
