function area(w, h)
  return w * h
end

<<<<<<< left
=======
function perimeter(w, h)
  return 2 * w + 2 * h
end

>>>>>>> right
function diagonal(w, h)
  return math.sqrt(w * w + h * h)
end
