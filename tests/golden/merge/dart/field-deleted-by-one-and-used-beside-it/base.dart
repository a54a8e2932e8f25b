class W {
  int a = 1;
  int b = 2;
}
