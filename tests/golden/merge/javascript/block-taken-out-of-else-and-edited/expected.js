export function area(shape) {
  if (shape.kind === 'circle') {
    return Math.PI * shape.r ** 2;
  }
  const w = shape.right - shape.left;
  const h = Math.abs(shape.bottom - shape.top);
  return w * h;
}
