import { defineDomain } from './defineDomain.ts';

/** What was done by hand, by whom, and why. */
export const audit = defineDomain({ idPrefixes: { audit: 'aud' } });
