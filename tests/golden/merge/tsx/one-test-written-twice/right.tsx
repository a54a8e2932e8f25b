test("shows the title", () => {
  render(<Card title="a" />);
});

test("is empty", async () => {
  expect(await screen.findByText("none")).toBeVisible();
});
