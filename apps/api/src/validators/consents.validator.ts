import { z } from 'zod';
import { consentLevels, consentStates, consentTopics } from '../domains/consents.enums.ts';
import { emailSchema, lineSchema, localeSchema, timestampSchema } from './shared.validator.ts';

const topicSchema = z.enum(consentTopics);
const tokenSchema = z.string().min(1).max(200).meta({ description: 'From the link of the mail.' });

export const newsletterBodySchema = z.strictObject({
  email: emailSchema,
  topics: z.array(topicSchema).min(1).max(consentTopics.length).default(['newsletter']),
  locale: localeSchema.optional().meta({ description: 'The language of the mail.' }),
});

export const newsletterTokenBodySchema = z.strictObject({ token: tokenSchema });

export const newsletterAnswerSchema = z.object({
  status: z.enum(['accepted', 'confirmed', 'already_confirmed', 'unsubscribed']),
});

export const consentSchema = z
  .object({
    topic: topicSchema,
    state: z.enum(consentStates),
    level: z.enum(consentLevels).nullable(),
    wording: z.string().nullable().meta({ description: 'The version of the text agreed to.' }),
    source: z.string().nullable(),
    at: timestampSchema.nullable(),
  })
  .meta({
    id: 'Consent',
    description: 'What a customer has agreed to about a topic, and since when.',
  });

const MAX_IMPORT = 1000;

export const consentImportBodySchema = z.strictObject({
  consents: z
    .array(
      z.strictObject({
        email: emailSchema,
        topic: topicSchema,
        state: z.enum(['subscribed', 'unsubscribed']),
        level: z.enum(consentLevels).meta({ description: 'How it was given there.' }),
        wording: lineSchema(200).meta({
          description: 'Which text was agreed to there.',
          example: 'old shop, form of 2024',
        }),
      }),
    )
    .min(1)
    .max(MAX_IMPORT),
});

export const consentImportSchema = z.object({
  given: z.int(),
  taken: z.int().meta({ description: 'Those that changed what an address has agreed to.' }),
});

export const consentsBodySchema = z.strictObject({
  consents: z
    .array(z.strictObject({ topic: topicSchema, subscribed: z.boolean() }))
    .min(1)
    .max(consentTopics.length),
});
