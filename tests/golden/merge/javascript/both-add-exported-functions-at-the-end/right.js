export function add(a, b) {
  return a + b;
}

export const multiply = (a, b) => {
  return a * b;
};
