import { isOfDomain } from '../utils/isOfDomain.ts';
import { demo } from './demo.ts';
import type { Environment } from './schema.ts';
import type { Problem } from './problems.ts';

const MAX_PORT = 65_535;

/** A quarter of a second on a machine of 2025; tests may hash for less. */
export const MIN_BCRYPT_COST = 12;

/** Variables that are valid alone and contradict each other. */
export function consistencyProblems(env: Environment): Problem[] {
  const companions = (['STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const)
    .filter((variable) => env.STRIPE_SECRET_KEY !== undefined && env[variable] === undefined)
    .map((variable) => ({ variable, message: 'is needed when STRIPE_SECRET_KEY is set' }));
  const isLastPort = env.PORT === MAX_PORT && env.METRICS_PORT === undefined;
  const message = `is needed when PORT is ${MAX_PORT}, which no port follows`;
  return [
    ...companions,
    ...mixedModes(env),
    ...foreignOrigins(env),
    ...(isLastPort ? [{ variable: 'METRICS_PORT', message }] : []),
    ...cheapHashes(env),
    ...halfClients(env),
    ...halfKeys(env),
    ...openIssuers(env),
  ];
}

/** Browsers use a passkey on pages of its domain alone. */
function foreignOrigins({ WEBAUTHN_ORIGINS, WEBAUTHN_RP_ID, PUBLIC_URL }: Environment): Problem[] {
  const rpId =
    WEBAUTHN_RP_ID ?? (PUBLIC_URL === undefined ? 'localhost' : new URL(PUBLIC_URL).hostname);
  const foreign = WEBAUTHN_ORIGINS?.find((origin) => !isOfDomain(origin, rpId));
  if (foreign === undefined) return [];
  const message = `names ${foreign}, which is not of the domain ${rpId}: see WEBAUTHN_RP_ID`;
  return [{ variable: 'WEBAUTHN_ORIGINS', message }];
}

/** A payment that one key starts cannot be confirmed with a key of the other mode. */
function mixedModes({ STRIPE_SECRET_KEY: secret, STRIPE_PUBLISHABLE_KEY: key }: Environment) {
  if (secret === undefined || key === undefined) return [];
  const [, secretMode] = secret.split('_');
  const [, mode] = key.split('_');
  const isDemo = secret === demo.stripe.secretKey || key === demo.stripe.publishableKey;
  if (isDemo || mode === secretMode) return [];
  const message = `is a ${mode} key, and STRIPE_SECRET_KEY is a ${secretMode} key: use both from the same mode`;
  return [{ variable: 'STRIPE_PUBLISHABLE_KEY', message }];
}

/** A client of a provider is its id and its secret. */
function halfClients(env: Environment) {
  const pairs = [
    ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
    ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ] as const;
  return pairs
    .filter(([id, secret]) => env[id] !== undefined && env[secret] === undefined)
    .map(([id, secret]) => ({ variable: secret, message: `is needed when ${id} is set` }));
}

/** Half of a key would be completed by another one's half, from wherever the SDK finds one. */
function halfKeys({ S3_BUCKET, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret }: Environment) {
  if (S3_BUCKET === undefined || (id === undefined) === (secret === undefined)) return [];
  const [variable, other] =
    id === undefined
      ? ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']
      : ['S3_SECRET_ACCESS_KEY', 'S3_ACCESS_KEY_ID'];
  return [{ variable, message: `is needed when ${other} is set` }];
}

/** Whom a provider vouches for must not depend on the network in between; a machine's own is none. */
function openIssuers(env: Environment) {
  const issuers = env.OIDC_PROVIDERS?.map(({ issuer }) => ['OIDC_PROVIDERS', issuer] as const);
  const addresses = [
    ...(issuers ?? []),
    ['GITHUB_URL', env.GITHUB_URL] as const,
    ['GITHUB_API_URL', env.GITHUB_API_URL] as const,
  ];
  return addresses
    .filter(([, address]) => {
      const { protocol, hostname } = new URL(address);
      return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    })
    .map(([variable]) => ({ variable, message: 'must begin with https://, except on localhost' }));
}

function cheapHashes({ NODE_ENV, PASSWORD_BCRYPT_COST: cost = MIN_BCRYPT_COST }: Environment) {
  if (NODE_ENV === 'test' || cost >= MIN_BCRYPT_COST) return [];
  const message = `must be at least ${MIN_BCRYPT_COST}, but is ${cost}`;
  return [{ variable: 'PASSWORD_BCRYPT_COST', message }];
}

/** Addresses that only the primary provides. */
export function standaloneProblems(env: Environment): Problem[] {
  const message = 'is needed by a process that runs alone; npm start provides it';
  const hasStripe = env.STRIPE_SECRET_KEY !== undefined || env.STRIPE_API_BASE !== undefined;
  return [
    ...(hasStripe ? [] : [{ variable: 'STRIPE_SECRET_KEY', message }]),
    ...(env.SMTP_URL === undefined ? [{ variable: 'SMTP_URL', message }] : []),
  ];
}
