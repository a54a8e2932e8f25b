export const limit = 3;

const total = (items) => {
  let sum = limit;
  for (const item of items) {
    sum += item.price;
  }
  return sum;
};

export default total;
