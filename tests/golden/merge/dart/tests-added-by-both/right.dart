void main() {
  test('adds', () {
    expect(add(1, 2), 3);
  });

  test('divides', () {
    expect(divide(6, 3), 2);
  });
}
