type T = 'a' | 'b';
