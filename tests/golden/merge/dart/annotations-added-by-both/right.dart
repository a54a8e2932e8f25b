class A {
  @override
  @mustCallSuper
  void f() {}
}
