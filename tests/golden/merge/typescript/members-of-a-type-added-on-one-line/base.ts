type O = { a: string; b: number };
