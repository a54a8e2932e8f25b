local function draw(canvas, shape)
  canvas:begin()
  canvas:fill(shape)
  canvas:finish()
end

draw(screen, circle)
