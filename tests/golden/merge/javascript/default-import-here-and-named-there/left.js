import { a, b } from 'x';

run(a, b);
