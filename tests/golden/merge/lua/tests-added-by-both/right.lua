describe("stack", function()
  it("is empty at first", function()
    assert.equal(0, stack:size())
  end)

  it("has no top", function()
    assert.is_nil(stack:top())
  end)
end)
