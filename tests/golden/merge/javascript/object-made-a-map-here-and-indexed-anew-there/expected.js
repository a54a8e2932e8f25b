const cache = new Map();

export function get(id) {
<<<<<<< left
  return cache.get(id);
}

export function drop(id) {
=======
  return cache[id];
}

export function drop(id) {
  delete cache[id];
>>>>>>> right
  log(id);
}
