import { z } from 'zod';
import { importStates, runEnds } from '../domains/imports.enums.ts';
import {
  currencySchema,
  cursorSchema,
  idSchema,
  limitSchema,
  timestampSchema,
} from './shared.validator.ts';

export const importParamsSchema = z.object({ importId: idSchema('catalogImport') });

export const importListQuerySchema = z.strictObject({
  state: z.enum(importStates).optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const lastEventSchema = z.object({
  'last-event-id': z.string().max(100).optional().meta({
    description: 'Sent by browsers that connect again: the last event that they have.',
    example: 'end',
  }),
});

export const newImportSchema = z.strictObject({
  uploadId: idSchema('upload').meta({
    description: 'Of an upload with the purpose `import` whose bytes have come.',
  }),
  dryRun: z.boolean().default(false).meta({
    description: 'Whether to find out what would happen, and change nothing.',
  }),
  currency: currencySchema.optional().meta({
    description: 'Of the columns that name none; the shop’s where it is left out.',
  }),
  fetchPictures: z.boolean().default(false).meta({
    description:
      'Whether pictures that the file links to become files of the shop. Jobs fetch them after the import has written their products; a picture that cannot be had stays a link.',
  }),
});

const countsSchema = z
  .object({ created: z.int(), updated: z.int(), unchanged: z.int() })
  .meta({ id: 'ImportCounts', description: 'How many were created, changed, or right already.' });

const reportSchema = z.object({
  products: countsSchema,
  variants: countsSchema,
  images: countsSchema,
  rejected: z.int().meta({ description: 'Rows that were rejected; the report has them.' }),
  notes: z.int().meta({ description: 'What was done otherwise than the file says.' }),
  unpublished: z.int().meta({ description: 'Products that the file says are not published.' }),
  unknownColumns: z.array(z.string()).meta({
    description: 'Columns that the shop does not know: what they hold is not imported.',
  }),
});

export const importSchema = reportSchema
  .extend({
    id: idSchema('catalogImport'),
    uploadId: idSchema('upload').nullable().meta({ description: 'Null once it is deleted.' }),
    name: z.string().meta({ description: 'Of the file.', example: 'products.csv' }),
    bytes: z.int().meta({ description: 'Of the file.' }),
    dryRun: z.boolean(),
    fetchPictures: z.boolean().meta({
      description: 'Whether jobs make files of the pictures that its products link to.',
    }),
    currency: currencySchema,
    state: z.enum(importStates).meta({
      description:
        '`queued`, `running`, or how it ended. `canceled`: what is counted is done and stays.',
    }),
    bytesDone: z.int().meta({
      description: 'How much of the file the run has worked off. A first reading is not counted.',
    }),
    runs: z.int().meta({
      description: 'How often a job began it. From 2 on, `earlierRuns` says why.',
    }),
    earlierRuns: z
      .array(
        reportSchema.extend({ startedAt: timestampSchema, endedBy: z.enum(runEnds) }).meta({
          description:
            'A run that was cut off: its process died or stopped, or an error passed. What it counts as done stays (after a crash, up to a second more than it counts); the next run reads the file from its beginning, and counts that as unchanged.',
        }),
      )
      .meta({ description: 'Runs that were cut off, the first one first.' }),
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why it failed.' }),
    createdBy: z.string().meta({ example: 'apiKey:key_01kagvrz8y0g2m4q6t8w0x2z4b' }),
    createdAt: timestampSchema,
    startedAt: timestampSchema.nullable().meta({ description: 'When the run began.' }),
    finishedAt: timestampSchema.nullable(),
    cancelRequestedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Import', description: 'A catalogue that a job imports from a file.' });

export const reportRowSchema = z
  .object({
    line: z.int().meta({ description: 'On which the row begins; the header is line 1.' }),
    kind: z.enum(['rejected', 'note']),
    handle: z.string().nullable(),
    column: z.string().nullable().meta({ description: 'The header of the cell that is to blame.' }),
    reason: z.string(),
  })
  .meta({
    id: 'ImportReportRow',
    description: 'A row that was rejected, or what was done otherwise than it says.',
  });
