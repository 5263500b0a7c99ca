import { demo } from './demo.ts';
import type { Environment } from './schema.ts';
import type { Problem } from './problems.ts';

/** Below this a secret can be guessed; `openssl rand -base64 48` gives 64 characters. */
const MIN_SECRET_LENGTH = 32;

/** What a shop may not run with in production: demo secrets, and parts that only play the real thing. */
export function productionProblems(env: Environment): Problem[] {
  const embedded = new Set(env.CARTWRIGHT_EMBEDDED);
  return [
    ...secretProblems('JWT_SECRET', env.JWT_SECRET, demo.jwtSecret),
    ...secretProblems('CURSOR_SECRET', env.CURSOR_SECRET, demo.cursorSecret),
    ...secretProblems('ADMIN_API_KEY', env.ADMIN_API_KEY, demo.adminApiKey),
    ...stripeProblems(env, embedded.has('stripe')),
    ...((env.DATABASE_URL === undefined || embedded.has('database')) && !env.ALLOW_EMBEDDED_DATABASE
      ? [
          {
            variable: 'DATABASE_URL',
            message:
              'is needed in production (or set ALLOW_EMBEDDED_DATABASE=true to keep the data in DATA_DIR on this machine)',
          },
        ]
      : []),
    ...(env.DEMO_SEED === true
      ? [{ variable: 'DEMO_SEED', message: 'must not be true in production' }]
      : []),
  ];
}

function secretProblems(variable: string, value: string | undefined, demoValue: string): Problem[] {
  if (value === undefined) return [{ variable, message: 'is needed in production' }];
  if (value === demoValue) {
    return [{ variable, message: 'is the demo value, which everybody knows' }];
  }
  if (value.length < MIN_SECRET_LENGTH) {
    return [
      { variable, message: `must have at least ${MIN_SECRET_LENGTH} characters in production` },
    ];
  }
  return [];
}

function stripeProblems(env: Environment, embedded: boolean): Problem[] {
  if (env.STRIPE_SECRET_KEY === undefined || embedded) {
    return [
      {
        variable: 'STRIPE_SECRET_KEY',
        message: 'is needed in production: the local sandbox moves no money',
      },
    ];
  }
  const demoValues: [string, boolean][] = [
    ['STRIPE_SECRET_KEY', env.STRIPE_SECRET_KEY === demo.stripe.secretKey],
    ['STRIPE_PUBLISHABLE_KEY', env.STRIPE_PUBLISHABLE_KEY === demo.stripe.publishableKey],
    [
      'STRIPE_WEBHOOK_SECRET',
      env.STRIPE_WEBHOOK_SECRET?.includes(demo.stripe.webhookSecret) ?? false,
    ],
  ];
  return demoValues
    .filter(([, isDemo]) => isDemo)
    .map(([variable]) => ({ variable, message: 'is the demo value, which everybody knows' }));
}
