local function draw(canvas, shape)
  canvas:begin()
  canvas:stroke(shape)
  canvas:finish()
end

draw(screen, circle)
