import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  consentImportBodySchema,
  consentImportSchema,
  consentsBodySchema,
  consentSchema,
  newsletterAnswerSchema,
  newsletterBodySchema,
  newsletterTokenBodySchema,
} from '../validators/consents.validator.ts';

const shared = { tag: 'Newsletter', cache: 'private' } as const;
const theConsents = { description: 'The consents.', schema: z.array(consentSchema) } as const;

export const consentRoutes = defineRoutes({
  subscribeToNewsletter: {
    ...shared,
    method: 'post',
    path: '/newsletter',
    summary: 'Sign up for newsletters',
    description:
      'Sends a mail that asks for confirmation, at most once an hour for each address; nothing else is sent before its link is confirmed, within 7 days. The answer is the same for every address.',
    permission: 'public',
    ignoresCaller: true,
    limit: 'newsletter',
    links: { newsletter: { title: 'Sign up for newsletters (POST)' } },
    request: { body: newsletterBodySchema },
    responses: { 202: { description: 'A mail may follow.', schema: newsletterAnswerSchema } },
    errors: [],
  },
  confirmNewsletter: {
    ...shared,
    method: 'post',
    path: '/newsletter/confirm',
    summary: 'Confirm a sign-up for newsletters',
    description:
      'By the token in the link of the mail. A POST: programs that open links in mails change nothing.',
    permission: 'public',
    ignoresCaller: true,
    limit: { class: 'codes', per: 'token' },
    links: { 'newsletter-confirm': { title: 'Confirm a sign-up for newsletters (POST)' } },
    request: { body: newsletterTokenBodySchema },
    responses: { 200: { description: 'It is confirmed.', schema: newsletterAnswerSchema } },
    errors: ['not_found'],
  },
  unsubscribeFromNewsletter: {
    ...shared,
    method: 'post',
    path: '/newsletter/unsubscribe',
    summary: 'Unsubscribe from a newsletter',
    description:
      'By the token in a newsletter, without a sign-in. Mail readers do it by one click (RFC 8058) at the address in the header `List-Unsubscribe`.',
    permission: 'public',
    ignoresCaller: true,
    limit: { class: 'codes', per: 'token' },
    links: { 'newsletter-unsubscribe': { title: 'Unsubscribe from a newsletter (POST)' } },
    request: { body: newsletterTokenBodySchema },
    responses: { 200: { description: 'No more are sent.', schema: newsletterAnswerSchema } },
    errors: ['not_found'],
  },
  getConsents: {
    ...shared,
    method: 'get',
    path: '/me/consents',
    summary: 'Get what you have agreed to',
    description: 'Every topic, also those that were never asked for.',
    permission: 'consents:read:own',
    request: {},
    responses: { 200: theConsents },
    errors: [],
  },
  setConsents: {
    ...shared,
    method: 'put',
    path: '/me/consents',
    summary: 'Change what you agree to',
    description: 'Topics that are not named stay. The address is proved, so no mail confirms it.',
    permission: 'consents:write:own',
    request: { body: consentsBodySchema },
    responses: { 200: theConsents },
    errors: [],
  },
  importConsents: {
    ...shared,
    tag: 'Consents',
    method: 'post',
    path: '/admin/consents/import',
    summary: 'Import consents from another system',
    description:
      'At most 1,000 in a request. Each says how it was given (`level`); `unknown` stays unknown, and allows no mail. An address that has opted out here, or that the list names both ways, stays opted out. Importing a list again changes nothing.',
    permission: 'consents:import',
    request: { body: consentImportBodySchema },
    responses: {
      200: { description: 'How many were taken over.', schema: consentImportSchema },
    },
    errors: [],
  },
});
