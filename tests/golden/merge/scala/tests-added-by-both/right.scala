class StackSuite extends FunSuite {
  test("empty") {
    assert(Stack().size == 0)
  }

  test("pop") {
    assert(Stack(7).pop() == 7)
  }
}
