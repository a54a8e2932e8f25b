import { a } from './alpha';
import { z, y } from './beta';
import { q } from './nu';

main();
