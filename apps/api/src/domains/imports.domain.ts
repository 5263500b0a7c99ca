import { z } from 'zod';
import { defineDomain } from './defineDomain.ts';

export const imports = defineDomain({
  idPrefixes: { catalogImport: 'imp' },
  errors: {
    import_file_invalid: [422, 'The file is no catalogue that the shop can import'],
  },
  permissions: ['imports:read', 'imports:write'],
  tags: {
    Imports: {
      group: 'Staff',
      description: 'Catalogues that a job imports from an uploaded file.',
    },
  },
  busEvents: {
    /** Sent by the database itself (a trigger). */
    'import.changed': z.object({ id: z.string() }),
  },
});
