type P = A & B & E;
