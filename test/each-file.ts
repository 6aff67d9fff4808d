import { afterAll } from 'vitest';
import { endFile } from './endings.ts';

// Run anew for each file, as a module is that several files share is not: its own hook would end the first of them alone.
afterAll(endFile);
