import { received } from './received.ts';

export const contents = [received];
