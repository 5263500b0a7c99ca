import { readdir } from 'node:fs/promises';

/** A module that makes every area of the client: `carts.ts` in the folder has `createCarts(api)`. */
export async function listAreas(folder: string): Promise<string> {
  const areas = (await readdir(folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted();
  const factory = (area: string) => `create${area.charAt(0).toUpperCase()}${area.slice(1)}`;
  return `// Written by \`npm run generate\` from the files of src/areas; not to be edited.

import type { Api } from '../api.ts';
${areas.map((area) => `import { ${factory(area)} } from '../areas/${area}.ts';`).join('\n')}

export type Areas = ReturnType<typeof createAreas>;

/** Makes every area of the client. */
export function createAreas(api: Api) {
  return {
${areas.map((area) => `    ${area}: ${factory(area)}(api),`).join('\n')}
  };
}
`;
}
