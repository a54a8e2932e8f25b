import { z } from './z';

run(z);
