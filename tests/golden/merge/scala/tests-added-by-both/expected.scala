class StackSuite extends FunSuite {
  test("empty") {
    assert(Stack().size == 0)
  }

  test("one") {
    assert(Stack(1).size == 1)
  }

  test("pop") {
    assert(Stack(7).pop() == 7)
  }
}
