import { z } from 'zod';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

const MAX_TEXT = 200;

const actorSchema = textSchema(MAX_TEXT).meta({
  description:
    'Who acted: `staff:`, `apiKey:` or `system:` and an id; `adminKey` for the holder of `ADMIN_API_KEY`.',
  example: 'staff:usr_01kagvrz8y0g2m4q6t8w0x2z4b',
});
const actionSchema = textSchema(MAX_TEXT).meta({
  description: 'What was done: noun and verb.',
  example: 'order.cancel',
});
const subjectSchema = textSchema(MAX_TEXT).meta({
  description: 'The id of what it was done to.',
  example: 'ord_01kagvrz8y0g2m4q6t8w0x2z4b',
});

const filters = {
  actor: actorSchema.optional(),
  action: actionSchema.optional(),
  subject: subjectSchema.optional(),
  from: timestampSchema.optional().meta({ description: 'Only entries from this time on.' }),
  to: timestampSchema.optional().meta({ description: 'Only entries before this time.' }),
};

export const auditExportQuerySchema = z.strictObject(filters);

export const auditListQuerySchema = z.strictObject({
  ...filters,
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const membersSchema = z.record(z.string(), z.unknown());

export const auditEntrySchema = z
  .object({
    id: idSchema('audit'),
    actor: actorSchema,
    action: actionSchema,
    subject: subjectSchema,
    reason: z.string().meta({ description: 'Empty where none is asked for, or it was erased.' }),
    details: membersSchema,
    before: membersSchema
      .nullable()
      .meta({ description: 'What the act changed, as it was. Secrets are masked.' }),
    after: membersSchema.nullable().meta({ description: 'The same, as it was afterwards.' }),
    ip: z.string().nullable().meta({
      description: "The client's address; of IPv6 the network.",
      example: '203.0.113.7',
    }),
    requestId: z.string().nullable(),
    createdAt: timestampSchema,
    seal: z.int().nullable().meta({
      description: 'The number of its seal in the chain; null during its first minute.',
    }),
    erasedAt: timestampSchema.nullable().meta({
      description: 'When personal data was erased from it; null if it was not.',
    }),
  })
  .meta({ id: 'AuditEntry', description: 'What was done by hand, by whom, and why.' });
