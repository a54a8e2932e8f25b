const cache = {};

export function get(id) {
  return cache[id];
}

export function drop(id) {
  delete cache[id];
  log(id);
}
