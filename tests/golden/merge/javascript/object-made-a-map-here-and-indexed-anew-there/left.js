const cache = new Map();

export function get(id) {
  return cache.get(id);
}

export function drop(id) {
  log(id);
}
