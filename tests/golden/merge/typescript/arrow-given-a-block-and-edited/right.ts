export const total = (items: Item[]) => sum(items) + TAX;

export const label = (n: number) => `${n} items`;
