import { fileURLToPath } from 'node:url';

/**
 * The repository's root. Source and build output lie equally deep, so one relative path serves
 * both.
 */
export const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url));

/** The folder of this application (`apps/api`): `prisma/` and `package.json` are here. */
export const apiRoot = fileURLToPath(new URL('../../', import.meta.url));
