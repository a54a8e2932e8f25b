test("shows the title", () => {
  render(<Card title="a" />);
});

test("is empty", () => {
  render(<Card title="" />);
});
