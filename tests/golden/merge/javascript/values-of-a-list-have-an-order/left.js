export const steps = [
  compile,
  link,
  strip,
];
