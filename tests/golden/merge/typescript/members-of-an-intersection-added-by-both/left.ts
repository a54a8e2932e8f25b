type P = A & B & D;
