class W {
  int a = 1;
}
