import { readdir } from 'node:fs/promises';

/**
 * A module that makes every area of the client: `carts.ts` in the folder has `createCarts(api)`, or
 * `createCarts(api, session)`.
 */
export async function listAreas(folder: string): Promise<string> {
  const areas = (await readdir(folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted();
  const factory = (area: string) => `create${area.charAt(0).toUpperCase()}${area.slice(1)}`;
  return `// Written by \`npm run generate\` from the files of src/areas; not to be edited.

import type { Api } from '../api.ts';
${areas.map((area) => `import { ${factory(area)} } from '../areas/${area}.ts';`).join('\n')}
import type { Session } from '../session/session.ts';

export type Areas = ReturnType<typeof createAreas>;

/** Makes every area of the client. */
export function createAreas(api: Api, session: Session) {
  const make = <Area>(create: (api: Api, session: Session) => Area) => create(api, session);
  return {
${areas.map((area) => `    ${area}: make(${factory(area)}),`).join('\n')}
  };
}
`;
}
