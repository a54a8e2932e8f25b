export const counter = {
  step: 1,
  next() {},
};
