type O = { a: string; b: number; d: Date };
