local function draw(canvas, shape)
  if shape.visible then
    canvas:begin()
    canvas:stroke(shape, 2)
    canvas:finish()
  end
end

draw(screen, circle)
