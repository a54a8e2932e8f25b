class A {
  @override
  @protected
  @mustCallSuper
  void f() {}
}
