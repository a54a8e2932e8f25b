describe("queue", () => {
  it("is empty at first", () => {
    expect(queue().size).toBe(0);
  });

  it("is first in, first out", async () => {
    expect(await queue(1, 2).take()).toBe(1);
  });
});
