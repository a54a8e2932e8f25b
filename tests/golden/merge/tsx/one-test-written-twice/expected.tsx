test("shows the title", () => {
  render(<Card title="a" />);
});

<<<<<<< left
test("is empty", () => {
  render(<Card title="" />);
=======
test("is empty", async () => {
  expect(await screen.findByText("none")).toBeVisible();
>>>>>>> right
});
