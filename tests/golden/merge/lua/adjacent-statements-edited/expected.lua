local function draw(canvas, shape)
  canvas:begin(shape.layer)
  canvas:fill(shape)
  canvas:finish()
end

draw(screen, circle)
