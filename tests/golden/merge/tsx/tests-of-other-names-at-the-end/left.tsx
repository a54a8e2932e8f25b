test("shows the title", () => {
  render(<Card title="a" />);
  expect(screen.getByText("a")).toBeVisible();
});

test("can be closed", async () => {
  render(<Card title="a" onClose={close} />);
  await userEvent.click(screen.getByRole("button"));
});
