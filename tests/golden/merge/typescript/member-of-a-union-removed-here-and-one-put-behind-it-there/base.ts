type S = 'a' | 'b' | 'c';
