import { z } from 'zod';
import { list, oneOf } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** What the embedded parts are called in `CARTWRIGHT_EMBEDDED`. */
const embeddedPart = oneOf('database', 'stripe', 'mail');

/** What a primary tells its children; not for people. */
export const internal = {
  CARTWRIGHT_EMBEDDED: list().pipe(z.array(embeddedPart)).default([]).register(documentation, {
    group: 'Internal',
    description:
      'Which of the addresses in the environment lead to what the primary started itself.',
    example: 'database,stripe,mail',
    internal: true,
  }),
  CARTWRIGHT_MAIL_PAGE: z.url().optional().register(documentation, {
    group: 'Internal',
    description: 'Where the mail that the primary catches is read.',
    example: 'http://127.0.0.1:3003',
    internal: true,
  }),
};
