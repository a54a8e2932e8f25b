type O = { a: string; b: number; c: boolean };
