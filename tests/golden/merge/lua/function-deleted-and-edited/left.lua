function area(w, h)
  return w * h
end

function diagonal(w, h)
  return math.sqrt(w * w + h * h)
end
