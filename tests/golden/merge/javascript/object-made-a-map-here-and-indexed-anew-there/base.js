const cache = {};

export function get(id) {
  return cache[id];
}

export function drop(id) {
  log(id);
}
