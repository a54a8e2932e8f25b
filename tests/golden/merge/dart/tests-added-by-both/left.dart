void main() {
  test('adds', () {
    expect(add(1, 2), 3);
  });

  test('subtracts', () {
    expect(subtract(3, 2), 1);
  });
}
