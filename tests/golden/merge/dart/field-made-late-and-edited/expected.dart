class P {
  late final int a = 2;
}
