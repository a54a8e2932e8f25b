type S = 'a' | 'b';
