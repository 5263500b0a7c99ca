import { domain, flag, integer, origins } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** Who may do what. */
export const access = {
  REQUIRE_PUBLISHABLE_KEY: flag().default(false).register(documentation, {
    group: 'Access',
    description:
      'Whether each request of a shopper must name its storefront by a publishable key (X-Publishable-Key).',
    default: 'false',
    example: 'true',
  }),
  ALLOW_ADMIN_API_KEY: flag().default(true).register(documentation, {
    group: 'Access',
    description:
      'Whether ADMIN_API_KEY opens the API. Once staff sign in, false leaves no key that can do everything, and ADMIN_API_KEY may be unset.',
    default: 'true',
    example: 'false',
  }),
  STEP_UP_MINUTES: integer(1, 1440).default(10).register(documentation, {
    group: 'Access',
    description:
      'How long a second factor (or the password of those without one) counts as fresh for roles, keys and the like.',
    default: '10',
    example: '5',
  }),
  PASSWORD_BCRYPT_COST: integer(4, 15).optional().register(documentation, {
    group: 'Access',
    description:
      'The cost of new password hashes, 12 to 15 (from 4 in test); each step doubles the time of a sign-in. After a rise, a password is hashed again at its next sign-in.',
    default: '12; 4 in test',
    example: '13',
  }),
  STAFF_FACTOR_GRACE_DAYS: integer(0, 365).optional().register(documentation, {
    group: 'Access',
    description:
      'Days after their first role within which staff must add a second factor: from then on they may do nothing as staff until they have. 0 is at once.',
    default: '7 in production; else for ever',
    example: '0',
  }),
  REFUND_STEP_UP_AMOUNT: integer(0, 1_000_000_000_000).default(50_000).register(documentation, {
    group: 'Access',
    description:
      'Above this sum of an order’s refunds, staff must have given a fresh factor: minor units of DEFAULT_CURRENCY. Each refund in another currency asks; keys are exempt. 0 is every refund.',
    default: '50000',
    example: '20000',
  }),
  WEBAUTHN_RP_ID: domain().optional().register(documentation, {
    group: 'Access',
    description:
      'The domain that passkeys belong to. Set it to the parent of the API and the storefront, if they have different hosts. Changed, it makes all passkeys void.',
    default: 'the host of PUBLIC_URL',
    example: 'shop.example',
  }),
  WEBAUTHN_ORIGINS: origins().optional().register(documentation, {
    group: 'Access',
    description:
      'Origins of the pages that use passkeys, comma-separated: of WEBAUTHN_RP_ID or its subdomains.',
    default: 'PUBLIC_URL, and what of CORS_ORIGINS is of the domain',
    example: 'https://www.shop.example',
  }),
};
