import { a } from 'x';

run(a);
