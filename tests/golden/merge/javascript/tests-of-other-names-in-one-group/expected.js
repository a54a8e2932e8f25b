describe("queue", () => {
  it("is empty at first", () => {
    expect(queue().size).toBe(0);
  });

  it("grows", () => {
    expect(queue(1).size).toBe(1);
  });

  it("is first in, first out", async () => {
    expect(await queue(1, 2).take()).toBe(1);
  });
});
