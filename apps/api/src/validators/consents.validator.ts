import { z } from 'zod';
import { consentLevels, consentStates, consentTopics } from '../domains/consents.enums.ts';
import { emailSchema, localeSchema, timestampSchema } from './shared.validator.ts';

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

export const consentsBodySchema = z.strictObject({
  consents: z
    .array(z.strictObject({ topic: topicSchema, subscribed: z.boolean() }))
    .min(1)
    .max(consentTopics.length),
});
