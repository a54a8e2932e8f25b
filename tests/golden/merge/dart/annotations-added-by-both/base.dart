class A {
  @override
  void f() {}
}
