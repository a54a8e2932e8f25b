class P {
  late final int a = 1;
}
