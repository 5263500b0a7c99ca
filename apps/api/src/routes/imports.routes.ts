import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  importListQuerySchema,
  importParamsSchema,
  importSchema,
  lastEventSchema,
  newImportSchema,
  reportRowSchema,
} from '../validators/imports.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Imports', cache: 'private' } as const;
const reading = { ...shared, permission: 'imports:read' } as const;
const writing = { ...shared, permission: 'imports:write' } as const;
const params = importParamsSchema;

export const importRoutes = defineRoutes({
  createImport: {
    ...writing,
    method: 'post',
    path: '/admin/imports',
    summary: 'Import a catalogue from an uploaded file',
    description:
      'Shopify’s product CSV, as UTF-8. Products are matched by their handle, variants by their option values or SKU, and written only where they differ: importing a file again changes nothing. What the file does not mention stays as it is. A job does it, one import at a time. The same upload can be imported several times within seven days: first with `dryRun`.',
    request: { body: newImportSchema },
    responses: {
      202: { description: 'The import, which waits for the job.', schema: importSchema },
    },
    errors: [
      'not_found',
      'state_conflict',
      'upload_missing',
      'upload_expired',
      'file_empty',
      'file_type_refused',
      'import_file_invalid',
    ],
  },
  listImports: {
    ...reading,
    method: 'get',
    path: '/admin/imports',
    summary: 'List imports',
    description: 'Newest first. They are deleted 90 days after their end.',
    request: { query: importListQuerySchema },
    responses: {
      200: {
        description: 'A page of imports.',
        schema: z.array(importSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  getImport: {
    ...reading,
    method: 'get',
    path: '/admin/imports/:importId',
    summary: 'Get an import',
    request: { params },
    responses: { 200: { description: 'The import.', schema: importSchema } },
    errors: ['not_found'],
  },
  watchImport: {
    ...reading,
    method: 'get',
    path: '/admin/imports/:importId/events',
    summary: 'Watch an import',
    description:
      'Server-Sent Events: `progress` with the import as it is, at once and whenever it changes (at most every second while it runs), and `end` with how it ended. The stream ends then. It also ends after five minutes and when the process is replaced: connect again, as `EventSource` does by itself. Behind `end` (`Last-Event-ID: end`) there is nothing, so the answer is 204, upon which `EventSource` stops.',
    request: { params, headers: lastEventSchema },
    responses: {
      200: { description: 'The import whenever it changes.', schema: importSchema, events: true },
      204: { description: 'The client has the last event.' },
    },
    errors: ['not_found'],
  },
  getImportReport: {
    ...reading,
    method: 'get',
    path: '/admin/imports/:importId/report',
    summary: 'Get the report of an import',
    description:
      'All rejected rows and notes of an import that has ended, in the order of their batches, one JSON document on each line (NDJSON). When it cannot be completed, the connection is broken off.',
    request: { params },
    responses: { 200: { description: 'The rows.', schema: reportRowSchema, rows: true } },
    errors: ['not_found', 'state_conflict'],
  },
  cancelImport: {
    ...writing,
    method: 'post',
    path: '/admin/imports/:importId/cancel',
    summary: 'Cancel an import',
    description:
      'One that waits ends at once, one that runs within about a second, after the batches that are being written. What it has written stays.',
    request: { params },
    responses: { 202: { description: 'The import as it is still.', schema: importSchema } },
    errors: ['not_found', 'state_conflict'],
  },
});
