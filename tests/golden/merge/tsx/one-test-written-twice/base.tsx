test("shows the title", () => {
  render(<Card title="a" />);
});
