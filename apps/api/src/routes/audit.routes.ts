import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  auditEntrySchema,
  auditExportQuerySchema,
  auditListQuerySchema,
} from '../validators/audit.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Audit log', permission: 'audit:read', cache: 'private' } as const;

export const auditRoutes = defineRoutes({
  listAuditEntries: {
    ...shared,
    method: 'get',
    path: '/admin/audit-log',
    summary: 'List what was done by hand',
    description: 'Newest first. `npm run doctor` verifies that no entry was changed or removed.',
    request: { query: auditListQuerySchema },
    responses: {
      200: {
        description: 'A page of entries.',
        schema: z.array(auditEntrySchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  exportAuditEntries: {
    ...shared,
    method: 'get',
    path: '/admin/audit-log/export',
    summary: 'Export the audit log',
    freshFactor: true,
    description:
      'All entries that the filters leave, newest first, one JSON document on each line (NDJSON). The export is itself an entry. When it cannot be completed, the connection is broken off.',
    request: { query: auditExportQuerySchema },
    responses: { 200: { description: 'The entries.', schema: auditEntrySchema, rows: true } },
    errors: [],
  },
});
