type P = A & B;
