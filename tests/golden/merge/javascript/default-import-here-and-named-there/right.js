import d, { a } from 'x';

run(a);
