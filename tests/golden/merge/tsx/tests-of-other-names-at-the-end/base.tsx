test("shows the title", () => {
  render(<Card title="a" />);
  expect(screen.getByText("a")).toBeVisible();
});
