import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  fieldNoteListQuerySchema,
  fieldNoteParamsSchema,
  fieldNoteSchema,
  staffFieldNoteSchema,
  submitFieldNoteSchema,
} from '../validators/fieldNotes.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Field notes', cache: 'private' } as const;

export const fieldNoteRoutes = defineRoutes({
  submitFieldNote: {
    ...shared,
    method: 'post',
    path: '/field-notes',
    summary: 'Submit a field note',
    description: 'The shop confirms it by mail.',
    permission: 'public',
    links: { 'field-notes': { title: 'Submit a field note (POST)' } },
    request: { body: submitFieldNoteSchema },
    responses: { 201: { description: 'The field note.', schema: fieldNoteSchema } },
    errors: [],
  },
  listFieldNotes: {
    ...shared,
    method: 'get',
    path: '/admin/field-notes',
    summary: 'List field notes',
    description: 'Newest first.',
    permission: 'fieldNotes:read',
    request: { query: fieldNoteListQuerySchema },
    responses: {
      200: {
        description: 'A page of field notes.',
        schema: z.array(staffFieldNoteSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  withdrawFieldNote: {
    ...shared,
    method: 'post',
    path: '/admin/field-notes/:fieldNoteId/withdraw',
    summary: 'Withdraw a field note',
    description: 'The shop deletes it after 30 days.',
    permission: 'fieldNotes:write',
    request: { params: fieldNoteParamsSchema },
    responses: {
      200: { description: 'The field note as it is now.', schema: staffFieldNoteSchema },
    },
    errors: ['not_found', 'field_note_withdrawn'],
  },
});
