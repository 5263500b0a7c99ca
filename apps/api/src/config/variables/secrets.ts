import { z } from 'zod';
import { curveKey, list } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** What signs and encrypts; production refuses the demo values. */
export const secrets = {
  JWT_SECRET: z.string().optional().register(documentation, {
    group: 'Secrets',
    description:
      "Signs guests' order tokens, derives refresh tokens, and encrypts stored answers that contain a secret. At least 32 characters in production.",
    default: 'random, kept in DATA_DIR/keys.json; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
  JWT_SIGNING_KEY: curveKey().optional().register(documentation, {
    group: 'Secrets',
    description:
      'Signs access tokens: the PEM of a private key on the curve P-256 (openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256). Line ends may be written as \\n.',
    default: 'made at the first start, kept in DATA_DIR/keys.json; none in production',
    example:
      '-----BEGIN PRIVATE KEY-----\\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgY1pTmhUfmKoQvDUy\\n7199sy4DAg/tkLo+Eymx8yCstZahRANCAASI84ENdOPeDFTn9dq0F08oLZowWDTe\\nE6cn6hVoqxSkK6LLHmtWiUZB0v3MX4LAo/GKgLp7qSStqgzhCfRj/gId\\n-----END PRIVATE KEY-----',
    secret: true,
  }),
  JWT_PREVIOUS_KEY: curveKey().optional().register(documentation, {
    group: 'Secrets',
    description:
      'The key that signed before, private or public: its tokens stay valid while keys are rotated. Remove it 15 minutes later.',
    example:
      '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEosXDOMQEg2rG7l9nTW+QlAMbCBZN\\nQsgCLLdjGqzs61b8dcQbTZPhEV4gNr2u45VOYQOeqQaTQksdRISe5e5b3g==\\n-----END PUBLIC KEY-----',
    secret: true,
  }),
  CURSOR_SECRET: z.string().optional().register(documentation, {
    group: 'Secrets',
    description: 'Signs the cursors of paged lists. At least 32 characters in production.',
    default: 'random, kept in DATA_DIR/keys.json; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
  AUDIT_SECRETS: list()
    .refine((values) => values.length > 0, 'must name at least one secret')
    .optional()
    .register(documentation, {
      group: 'Secrets',
      description:
        'Sign the seals of the audit log. Separated by commas: the first signs, each verifies; never remove one, since older seals could not be verified. At least 32 characters each in production.',
      default: 'JWT_SECRET',
      example: 'openssl rand -base64 48',
      secret: true,
    }),
  DATA_ENCRYPTION_KEYS: list()
    .refine((values) => values.length > 0, 'must name at least one key')
    .optional()
    .register(documentation, {
      group: 'Secrets',
      description:
        'Encrypt secrets in the database, such as those of authenticator apps. Separated by commas: the first encrypts, each decrypts; without its key, what was encrypted is lost. At least 32 characters each in production.',
      default: 'random, kept in DATA_DIR/keys.json; none in production',
      example: 'openssl rand -base64 48',
      secret: true,
    }),
  ADMIN_API_KEY: z.string().optional().register(documentation, {
    group: 'Secrets',
    description:
      'Bearer key with every permission, for emergencies; not needed with ALLOW_ADMIN_API_KEY=false. At least 32 characters in production.',
    default: 'random, kept in DATA_DIR/keys.json; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
};
