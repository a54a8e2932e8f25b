type S = 'a' | 'b' | 'c' | 'd';
