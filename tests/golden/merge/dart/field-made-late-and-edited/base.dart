class P {
  final int a = 1;
}
