export const counter = {
  step: 1,
  next() {},
<<<<<<< left
  reset: null,
=======
  reset() {},
>>>>>>> right
};
