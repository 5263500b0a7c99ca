import { z } from 'zod';
import { MAX_PREFERENCES_BYTES } from '../domains/preferences.limits.ts';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

/** JSON whose text takes at most so many bytes. */
const settingsSchema = z
  .record(z.string().max(200), z.unknown())
  .refine((value) => Buffer.byteLength(JSON.stringify(value)) <= MAX_PREFERENCES_BYTES, {
    error: `must take at most ${MAX_PREFERENCES_BYTES} bytes as JSON`,
  })
  .meta({
    description: `Any JSON, at most ${MAX_PREFERENCES_BYTES} bytes.`,
    example: { columns: ['number', 'total'] },
  });
const shownSettingsSchema = z.record(z.string(), z.unknown());

export const preferencesBodySchema = z.strictObject({ settings: settingsSchema });

export const preferencesSchema = z
  .object({
    settings: shownSettingsSchema,
    updatedAt: timestampSchema.nullable().meta({ description: 'Null while nothing was set.' }),
  })
  .meta({ id: 'Preferences', description: 'What a member of staff has set.' });

export const viewParamsSchema = z.object({ viewId: idSchema('view') });

const resourceSchema = z
  .string()
  .max(50)
  .regex(/^[a-z][a-zA-Z-]*$/, 'must be the name of a list, such as orders')
  .meta({ example: 'orders' });

export const viewListQuerySchema = z.strictObject({
  resource: resourceSchema.optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const members = {
  name: textSchema(100).meta({ example: 'Unpaid for a week' }),
  filter: settingsSchema,
  columns: z.array(textSchema(100)).max(100),
  isShared: z.boolean().meta({ description: 'Whether all of the staff see it.' }),
};

export const createViewBodySchema = z.strictObject({
  resource: resourceSchema,
  name: members.name,
  filter: members.filter.default({}),
  columns: members.columns.default([]),
  isShared: members.isShared.default(false),
});

export const changeViewBodySchema = z.strictObject(members).partial();

export const viewSchema = z
  .object({
    id: idSchema('view'),
    resource: z.string(),
    name: z.string(),
    filter: shownSettingsSchema,
    columns: z.array(z.string()),
    isShared: z.boolean(),
    isOwn: z.boolean().meta({ description: 'Whether you can change it.' }),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'SavedView', description: 'A filter and columns of a list, under a name.' });

export const staffSessionSchema = z
  .object({
    user: z.object({
      id: idSchema('user'),
      email: z.string(),
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
    }),
    roles: z.array(z.string()).meta({ description: 'Their names.', example: ['support'] }),
    permissions: z.array(z.string()),
    session: z.object({
      id: idSchema('session'),
      authenticatedAt: timestampSchema,
      factorAt: timestampSchema.nullable(),
      hasFactor: z.boolean(),
      factorDueAt: timestampSchema.nullable().meta({
        description: 'By when you need a second factor; null where none is missing.',
      }),
    }),
    settings: z.object({
      shopName: z.string(),
      defaultCurrency: z.string(),
      currencies: z.array(z.string()),
      defaultCountry: z.string(),
      locale: z.string(),
      stepUpMinutes: z.number().meta({
        description: 'How long a second factor stays fresh for what asks for one.',
      }),
    }),
    preferences: shownSettingsSchema,
  })
  .meta({ id: 'StaffSession', description: 'Who is signed in, what they may do, and where.' });
