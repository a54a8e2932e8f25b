class W {
  int a = 1;
  int b = 2;
  int get c => b + 1;
}
