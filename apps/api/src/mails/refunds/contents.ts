import { failed } from './failed.ts';
import { refunded } from './refunded.ts';

export const contents = [refunded, failed];
