export const total = (items: Item[]) => sum(items);

export const label = (n: number) => `${n} items`;
