type P = A & B & D & E;
