import d, { a, b } from 'x';

run(a, b);
