import { demo } from './demo.ts';
import type { Environment } from './schema.ts';
import type { Problem } from './problems.ts';
import { secretProblems } from './secretProblems.ts';

/** What production refuses: demo values, and parts that only simulate the real thing. */
export function productionProblems(env: Environment): Problem[] {
  return [...secretProblems(env), ...embeddedProblems(env), ...nameProblems(env)];
}

function embeddedProblems(env: Environment): Problem[] {
  const embedded = new Set(env.CARTWRIGHT_EMBEDDED);
  const isEmbedded = (address: string | undefined, part: 'database' | 'stripe' | 'mail') =>
    address === undefined || embedded.has(part);
  const rules: [variable: string, isWrong: boolean, message: string][] = [
    [
      'STRIPE_SECRET_KEY',
      isEmbedded(env.STRIPE_SECRET_KEY, 'stripe'),
      'is needed in production: the local sandbox moves no money',
    ],
    [
      'DATABASE_URL',
      isEmbedded(env.DATABASE_URL, 'database') && !env.ALLOW_EMBEDDED_DATABASE,
      'is needed in production (or set ALLOW_EMBEDDED_DATABASE=true to keep the data in DATA_DIR on this machine)',
    ],
    [
      'SMTP_URL',
      isEmbedded(env.SMTP_URL, 'mail') && !env.ALLOW_EMBEDDED_MAIL,
      'is needed in production: without it customers get no mail (or set ALLOW_EMBEDDED_MAIL=true for a trial: npm start then catches mail on this machine)',
    ],
    ['DEMO_SEED', env.DEMO_SEED === true, 'must not be true in production'],
  ];
  return rules
    .filter(([, isWrong]) => isWrong)
    .map(([variable, , message]) => ({ variable, message }));
}

/** What customers see of the shop may not be the demo's. */
function nameProblems(env: Environment): Problem[] {
  const rules: [variable: string, value: string | undefined, demoValue: string, use: string][] = [
    ['SHOP_NAME', env.SHOP_NAME, demo.shopName, 'it signs the mails that customers get'],
    ['MAIL_FROM', env.MAIL_FROM, demo.mailFrom, 'it is the sender of the mails that customers get'],
    ['PUBLIC_URL', env.PUBLIC_URL, '', 'links in answers and mails begin with it'],
  ];
  const missing = rules.flatMap(([variable, value, demoValue, use]) => {
    if (value === undefined || value === '') {
      return [{ variable, message: `is needed in production: ${use}` }];
    }
    return value === demoValue ? [{ variable, message: `is the demo value: ${use}` }] : [];
  });
  const isLocal = /@localhost>?$/i.test(env.MAIL_FROM ?? '');
  return isLocal
    ? [...missing, { variable: 'MAIL_FROM', message: 'must not be an address at localhost' }]
    : missing;
}
