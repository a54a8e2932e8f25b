export const total = (items: Item[]) => {
  log(items);
  return sum(items) + TAX;
};

export const label = (n: number) => `${n} items`;
