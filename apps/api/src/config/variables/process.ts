import { z } from 'zod';
import { integer, oneOf, origin, port } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** How a process runs. */
export const process = {
  NODE_ENV: oneOf('development', 'test', 'production')
    .default('development')
    .register(documentation, {
      group: 'Process',
      description: 'production refuses every demo secret and everything embedded.',
      default: 'development',
      example: 'production',
    }),
  HOST: z.string().optional().register(documentation, {
    group: 'Process',
    description: 'Address to listen on.',
    default: '127.0.0.1; 0.0.0.0 in production',
    example: '0.0.0.0',
  }),
  PORT: port().default(3000).register(documentation, {
    group: 'Process',
    description: 'Port of the API. 0 uses any free port.',
    default: '3000',
    example: '8080',
  }),
  METRICS_PORT: port().optional().register(documentation, {
    group: 'Process',
    description:
      'Port of /metrics: the sum of the cluster’s processes, or those of a process that runs alone. 0 uses any free port.',
    default: 'PORT + 1',
    example: '9464',
  }),
  METRICS_HOST: z.string().default('127.0.0.1').register(documentation, {
    group: 'Process',
    description:
      'Address that /metrics listens on. When Prometheus runs on another machine or in a container: 0.0.0.0, or the address of a private network.',
    default: '127.0.0.1',
    example: '10.0.0.5',
  }),
  PUBLIC_URL: origin().optional().register(documentation, {
    group: 'Process',
    description:
      'The address at which clients reach the API: scheme, host and port, without a path. Links in answers, mails and documents start with it. Needed in production.',
    default: 'http://localhost:PORT; none in production',
    example: 'https://api.shop.example',
  }),
  WEB_CONCURRENCY: integer(1, 256).optional().register(documentation, {
    group: 'Process',
    description: 'Number of HTTP workers.',
    default: '1; the number of cores in production',
    example: '4',
  }),
  JOB_CONCURRENCY: integer(1, 100).default(5).register(documentation, {
    group: 'Process',
    description: 'Jobs that the job worker runs at the same time.',
    default: '5',
    example: '10',
  }),
  DRAIN_TIMEOUT_SECONDS: integer(1, 600).default(30).register(documentation, {
    group: 'Process',
    description: 'How long requests and jobs in flight may take to finish after SIGTERM.',
    default: '30',
    example: '60',
  }),
  DATA_DIR: z.string().default('.data').register(documentation, {
    group: 'Process',
    description:
      'Folder for the embedded database, uploaded files and caught mail; relative to the project’s root.',
    default: '.data',
    example: '/var/lib/cartwright',
  }),
  LOG_LEVEL: oneOf('error', 'warn', 'info', 'http', 'debug', 'silent')
    .optional()
    .register(documentation, {
      group: 'Process',
      description:
        'Least severe level that is logged: error, warn, info, http (each request), debug; or silent.',
      default: 'http; warn in test',
      example: 'debug',
    }),
  LOG_FORMAT: oneOf('pretty', 'json').optional().register(documentation, {
    group: 'Process',
    description: 'pretty for people, json for log collectors.',
    default: 'pretty; json in production',
    example: 'json',
  }),
};
