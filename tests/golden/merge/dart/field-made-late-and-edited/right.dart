class P {
  final int a = 2;
}
