describe("queue", () => {
  it("is empty at first", () => {
    expect(queue().size).toBe(0);
  });

  it("grows", () => {
    expect(queue(1).size).toBe(1);
  });
});
