export const steps = [
  compile,
  link,
];
