class A {
  @override
  @protected
  void f() {}
}
