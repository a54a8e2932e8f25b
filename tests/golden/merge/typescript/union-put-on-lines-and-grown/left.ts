type T =
  | 'a'
  | 'b';
