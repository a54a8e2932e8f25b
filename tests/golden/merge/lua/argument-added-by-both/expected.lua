local function draw(canvas, shape)
  canvas:begin()
  canvas:stroke(shape)
  canvas:finish()
end

<<<<<<< left
draw(screen, circle, red)
=======
draw(screen, circle, 3)
>>>>>>> right
