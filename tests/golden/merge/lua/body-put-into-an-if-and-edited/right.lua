local function draw(canvas, shape)
  canvas:begin()
  canvas:stroke(shape, 2)
  canvas:finish()
end

draw(screen, circle)
