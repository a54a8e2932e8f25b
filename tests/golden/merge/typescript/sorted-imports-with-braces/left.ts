import { a } from './alpha';
import { z, y } from './beta';
import { c } from './mu';
import { q } from './nu';

main();
