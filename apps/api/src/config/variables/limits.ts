import { integer, url } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** How often clients may ask; all processes and machines count together. */
export const limits = {
  RATE_LIMIT_MAX: integer(0, 100_000_000).optional().register(documentation, {
    group: 'Limits',
    description:
      'Requests per client address (an IPv6 /64 is one) in a window. A signed-in account may send twice as many, an admin or API key ten times, and they do not count for their address. 0 is no limit.',
    default: '600; 100000 in development; 0 in test',
    example: '1200',
  }),
  RATE_LIMIT_WINDOW_SECONDS: integer(1, 86_400).default(60).register(documentation, {
    group: 'Limits',
    description: 'Length of that window.',
    default: '60',
    example: '60',
  }),
  FILE_RATE_LIMIT_MAX: integer(0, 1_000_000_000).optional().register(documentation, {
    group: 'Limits',
    description:
      'The same for what is not the API: pictures, documents, and addresses at which there is nothing. 0 is no limit.',
    default: '10 × RATE_LIMIT_MAX',
    example: '12000',
  }),
  CODE_RATE_LIMIT_MAX: integer(0, 100_000_000).optional().register(documentation, {
    group: 'Limits',
    description:
      "The same for requests that reveal whether a gift card's code is right (its balance, each card of a checkout), so that codes cannot be guessed; and, counted separately, for wrong admin keys. 0 is no separate limit.",
    default: '10; 0 when RATE_LIMIT_MAX is 0',
    example: '5',
  }),
  SIGN_IN_RATE_LIMIT_MAX: integer(0, 100_000_000).optional().register(documentation, {
    group: 'Limits',
    description:
      'Sign-ins per client address in a window, and three times as many changes of a password per account. Twice as many registrations and as many mails with a link are allowed per address in an hour, and half as many per account. Wrong passwords of an account or from a network make the next sign-in wait as well. 0 is no separate limit, and no wait.',
    default: '10; 0 when RATE_LIMIT_MAX is 0',
    example: '20',
  }),
  CHECKOUT_RATE_LIMIT_MAX: integer(0, 100_000_000).optional().register(documentation, {
    group: 'Limits',
    description:
      'Checkouts per client address or account in a window, twenty times as many per key. 0 is no separate limit.',
    default: '30; 10000 in development; 0 when RATE_LIMIT_MAX is 0',
    example: '60',
  }),
  PROOF_OF_WORK_AFTER: integer(0, 1_000_000).optional().register(documentation, {
    group: 'Limits',
    description:
      'Failed sign-ins from one address within ten minutes after which signing in and registering require a proof of work from there; after 20 times as many in the whole shop, from everywhere; after twice as many with one e-mail address, signing in with it. 0 is never.',
    default: '5; 0 when RATE_LIMIT_MAX is 0',
    example: '10',
  }),
  REDIS_URL: url('redis:', 'rediss:').optional().register(documentation, {
    group: 'Limits',
    description: 'A Redis in which the processes count. Unset: they count in PostgreSQL.',
    default: 'PostgreSQL',
    example: 'rediss://:password@redis.internal:6379/0',
    secret: true,
  }),
};
