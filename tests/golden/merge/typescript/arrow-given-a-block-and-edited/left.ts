export const total = (items: Item[]) => {
  log(items);
  return sum(items);
};

export const label = (n: number) => `${n} items`;
