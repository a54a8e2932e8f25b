type S = 'a' | 'b' | 'd';
