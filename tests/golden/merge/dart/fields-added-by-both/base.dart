import 'dart:io';
import 'package:shop/cart.dart';

class Counter {
  final String name;
  int value = 0;

  Counter(this.name);

  void increment() {
    value++;
  }
}
