void main() {
  test('adds', () {
    expect(add(1, 2), 3);
  });
}
