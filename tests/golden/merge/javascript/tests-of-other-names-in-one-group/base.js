describe("queue", () => {
  it("is empty at first", () => {
    expect(queue().size).toBe(0);
  });
});
