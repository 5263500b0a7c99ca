import { demo } from './demo.ts';
import { docOf, environment, type Environment } from './schema.ts';
import type { Problem } from './problems.ts';

/** Below this a secret can be guessed; `openssl rand -base64 48` gives 64 characters. */
const MIN_SECRET_LENGTH = 32;

/** The random part of a webhook's secret: Stripe's own has 32 characters. */
const MIN_WEBHOOK_SECRET_LENGTH = 16;

/**
 * A random text of that length has many more different characters; fewer indicate a placeholder.
 */
const MIN_DIFFERENT_CHARACTERS = 6;

/** What people write in place of a value: "whsec_...", "<your-key>", "changeme", "xxxxxxxx". */
const placeholder =
  /\.{3}|…|<[^<>]*>|\$\{|\{\{|change[-_ ]?(?:me|this|it)|replace[-_ ]?(?:me|this|with)|your[-_ ]\w|placeholder|(?<![a-z])(?:dummy|example)(?![a-z])|secret[-_ ]here|x{8,}|\*{4,}/i;

/** The same for an address, whose host may legitimately be called "example". */
const placeholderInUrl = /\.{3}|…|<[^<>]*>|\$\{|\{\{|change[-_ ]?me|\*{4,}/i;

const demoValues: Readonly<Record<string, string>> = {
  JWT_SECRET: demo.jwtSecret,
  CURSOR_SECRET: demo.cursorSecret,
  AUDIT_SECRETS: demo.auditSecret,
  DATA_ENCRYPTION_KEYS: demo.dataEncryptionKey,
  ADMIN_API_KEY: demo.adminApiKey,
  STRIPE_SECRET_KEY: demo.stripe.secretKey,
  STRIPE_PUBLISHABLE_KEY: demo.stripe.publishableKey,
  STRIPE_WEBHOOK_SECRET: demo.stripe.webhookSecret,
};

/** The secrets that the operator makes, as texts that can be guessed. */
const own = [
  'JWT_SECRET',
  'CURSOR_SECRET',
  'ADMIN_API_KEY',
  'AUDIT_SECRETS',
  'DATA_ENCRYPTION_KEYS',
] as const;

/** What production does not start without. */
const needed: readonly string[] = [
  'JWT_SECRET',
  'CURSOR_SECRET',
  'ADMIN_API_KEY',
  'JWT_SIGNING_KEY',
  'DATA_ENCRYPTION_KEYS',
];

/** The problems of a production shop's secrets, at most one for each variable. */
export function secretProblems(env: Environment): Problem[] {
  const names = Object.keys(environment.shape).filter(
    (name) => docOf(name).secret === true || name in demoValues,
  );
  const values: Readonly<Record<string, unknown>> = env;
  return names.flatMap((variable) => {
    const given = [values[variable]].flat().flatMap(textOf);
    const message =
      given.length === 0
        ? missing(variable, env)
        : given.map((value) => judge(variable, value)).find(Boolean);
    return message === undefined ? [] : [{ variable, message }];
  });
}

/** A secret as it is written; that of a list, as a list of one. */
function textOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? [JSON.stringify([value])] : [];
}

function missing(variable: string, env: Environment): string | undefined {
  if (variable === 'ADMIN_API_KEY' && !env.ALLOW_ADMIN_API_KEY) return undefined;
  return needed.includes(variable) ? 'is needed in production' : undefined;
}

/** @returns what is wrong with a value, without showing it. */
function judge(variable: string, value: string): string | undefined {
  const { example: written } = docOf(variable);
  const example = written.replaceAll('\\n', '\n');
  if (value === demoValues[variable]) return 'is the demo value, which is public';
  if (value === example && docOf(variable).secret) {
    return 'is the example of .env.example, which is public';
  }
  if (value !== value.trim()) return 'begins or ends with white space';
  const isUrl = example.includes('://');
  if ((isUrl ? placeholderInUrl : placeholder).test(value)) {
    return 'looks like a placeholder: replace it by the real value';
  }
  return isUrl ? undefined : judgeStrength(variable, value);
}

function judgeStrength(variable: string, value: string): string | undefined {
  if (variable === 'STRIPE_WEBHOOK_SECRET') {
    return value.length < 'whsec_'.length + MIN_WEBHOOK_SECRET_LENGTH || isMonotonous(value)
      ? 'is too short for a Stripe secret (whsec_ and 32 more characters): copy the signing secret of the endpoint'
      : undefined;
  }
  if (!own.some((name) => name === variable)) return undefined;
  if (value.length < MIN_SECRET_LENGTH) {
    return `must have at least ${MIN_SECRET_LENGTH} characters in production`;
  }
  if (isMonotonous(value)) return 'repeats a few characters, so it can be guessed';
  const isHeader = variable === 'ADMIN_API_KEY';
  // It is sent in the header Authorization, after "Bearer ".
  return isHeader && !/^[!-~]+$/.test(value)
    ? 'must be printable ASCII without spaces, since it is sent in a header'
    : undefined;
}

function isMonotonous(value: string): boolean {
  return new Set(value.replace(/^whsec_/, '')).size < MIN_DIFFERENT_CHARACTERS;
}
