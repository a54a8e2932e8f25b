export function first() {
  return 1;
}

<<<<<<< left
register(third);
=======
export function third() {
  return 3;
}
>>>>>>> right
