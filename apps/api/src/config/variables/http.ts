import { integer, origins, trustProxy } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** What the API accepts, from which clients, and how much of it. */
export const http = {
  CORS_ORIGINS: origins().optional().register(documentation, {
    group: 'HTTP',
    description: 'Origins whose pages may call the API: a comma-separated list, or *.',
    default: '* ; none in production',
    example: 'https://shop.example,https://admin.shop.example',
  }),
  TRUST_PROXY: trustProxy().default(false).register(documentation, {
    group: 'HTTP',
    description:
      'Proxies in front of the API whose X-Forwarded-For is trusted: their number, or their addresses.',
    default: 'false',
    example: '1',
  }),
  BODY_LIMIT_BYTES: integer(1024, 104_857_600).default(1_048_576).register(documentation, {
    group: 'HTTP',
    description: 'Largest JSON body that is accepted.',
    default: '1048576 (1 MiB)',
    example: '262144',
  }),
  RATE_LIMIT_MAX: integer(0, 100_000_000).optional().register(documentation, {
    group: 'HTTP',
    description:
      'Requests per client address in a window, counted by each HTTP worker separately: N workers allow up to N times as many. 0 is no limit.',
    default: '600; 100000 in development; 0 in test',
    example: '1200',
  }),
  RATE_LIMIT_WINDOW_SECONDS: integer(1, 86_400).default(60).register(documentation, {
    group: 'HTTP',
    description: 'Length of that window.',
    default: '60',
    example: '60',
  }),
  FILE_RATE_LIMIT_MAX: integer(0, 1_000_000_000).optional().register(documentation, {
    group: 'HTTP',
    description:
      'The same for what is not the API: pictures, documents, and addresses at which there is nothing. 0 is no limit.',
    default: '10 × RATE_LIMIT_MAX',
    example: '12000',
  }),
  WRITE_TIMEOUT_SECONDS: integer(1, 3600).default(30).register(documentation, {
    group: 'HTTP',
    description: 'Closes a connection whose client has not read any of its answer for this long.',
    default: '30',
    example: '60',
  }),
  CODE_RATE_LIMIT_MAX: integer(0, 100_000_000).optional().register(documentation, {
    group: 'HTTP',
    description:
      "The same for requests that reveal whether a gift card's code is right (its balance, each card of a checkout), so that codes cannot be guessed; and, counted separately, for wrong admin keys. 0 is no separate limit.",
    default: '10; 0 when RATE_LIMIT_MAX is 0',
    example: '5',
  }),
};
