import { opened } from './opened.ts';
import { won, lost } from './closed.ts';

export const contents = [opened, won, lost];
