local function draw(canvas, shape)
  canvas:begin(shape.layer)
  canvas:stroke(shape)
  canvas:finish()
end

draw(screen, circle)
