import { z } from 'zod';
import {
  cursorSchema,
  emailSchema,
  idSchema,
  limitSchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

export const fieldNoteParamsSchema = z.object({ fieldNoteId: idSchema('fieldNote') });

export const fieldNoteListQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const submitFieldNoteSchema = z
  .strictObject({
    email: emailSchema,
    body: textSchema(2000).meta({ example: 'The mug arrived in time.' }),
  })
  .meta({ id: 'SubmitFieldNote' });

export const fieldNoteSchema = z
  .object({
    id: idSchema('fieldNote'),
    body: z.string(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'FieldNote', description: 'What a visitor has written to the shop.' });

export const staffFieldNoteSchema = fieldNoteSchema
  .extend({
    email: z.string(),
    withdrawnAt: timestampSchema.nullable(),
  })
  .meta({ id: 'StaffFieldNote', description: 'A field note as staff see it.' });
