import { integer, origins, trustProxy } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** What the API accepts, from which clients, and how much of it. */
export const http = {
  CORS_ORIGINS: origins().optional().register(documentation, {
    group: 'HTTP',
    description:
      'Origins whose pages may call the API: a comma-separated list, or *. Those that are named may send cookies.',
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
  WRITE_TIMEOUT_SECONDS: integer(1, 3600).default(30).register(documentation, {
    group: 'HTTP',
    description: 'Closes a connection whose client has not read any of its answer for this long.',
    default: '30',
    example: '60',
  }),
};
