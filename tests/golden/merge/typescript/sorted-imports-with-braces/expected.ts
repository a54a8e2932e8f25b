import { a } from './alpha';
import { z, y } from './beta';
import { d } from './eta';
import { c } from './mu';
import { q } from './nu';

main();
