import { z } from 'zod';
import { list, oneOf } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** The names of the embedded parts in `CARTWRIGHT_EMBEDDED`. */
const embeddedPart = oneOf('database', 'stripe', 'mail');

/** Variables that a primary passes to its children; not for people. */
export const internal = {
  CARTWRIGHT_EMBEDDED: list().pipe(z.array(embeddedPart)).default([]).register(documentation, {
    group: 'Internal',
    description:
      'The addresses in the environment that belong to servers which the primary started.',
    example: 'database,stripe,mail',
    internal: true,
  }),
  CARTWRIGHT_MAIL_PAGE: z.url().optional().register(documentation, {
    group: 'Internal',
    description: 'The address at which caught mail is read.',
    example: 'http://127.0.0.1:3003',
    internal: true,
  }),
};
