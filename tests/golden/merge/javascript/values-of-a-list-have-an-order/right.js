export const steps = [
  compile,
  link,
  sign,
];
