import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demo } from '../../src/config/demo.ts';
import { loadConfig } from '../../src/config/index.ts';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { ConfigError } from '../../src/config/problems.ts';
import { docOf, environment } from '../../src/config/schema.ts';
import { configWarnings } from '../../src/config/warnings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const strong = (letter: string) => `${letter}9f3K-wq7Lz_2Rt8vB5nYxC1mD4sG6hJ0pA`;

/** The minimum configuration in production. */
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://shop:secret@db:5432/shop',
  JWT_SECRET: strong('j'),
  CURSOR_SECRET: strong('c'),
  JWT_SIGNING_KEY: newDevelopmentKeys().JWT_SIGNING_KEY,
  DATA_ENCRYPTION_KEYS: strong('d'),
  ADMIN_API_KEY: strong('a'),
  STRIPE_SECRET_KEY: 'sk_live_abc',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_abc',
  STRIPE_WEBHOOK_SECRET: 'whsec_9f3Kwq7Lz2Rt8vB5nYxC1mD4sG6hJ0pA',
  PUBLIC_URL: 'https://api.shop.example',
  SHOP_NAME: 'My Shop',
  SMTP_URL: 'smtps://shop:secret@mail.shop.example:465',
  MAIL_FROM: 'My Shop <orders@shop.example>',
  STAFF_EMAIL: 'team@shop.example',
};

/** The variables with secret values, and the publishable key. */
const secrets = Object.keys(environment.shape).filter((name) => docOf(name).secret);

function problemsOf(env: Record<string, string>): Record<string, string> {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) {
      return Object.fromEntries(error.problems.map(({ variable, message }) => [variable, message]));
    }
    throw error;
  }
  return {};
}

describe('without any variable', () => {
  const config = loadConfig({});

  test('everything is embedded and nothing listens beyond this machine', () => {
    expect(config).toMatchObject({
      env: 'development',
      database: { embedded: true, url: undefined },
      stripe: { embedded: true, apiBase: undefined },
      mail: { embedded: true, smtpUrl: undefined },
      demoSeed: true,
      http: {
        host: '127.0.0.1',
        port: 3000,
        metricsPort: 3001,
        publicUrl: 'http://localhost:3000',
      },
      processes: { web: 1 },
    });
  });

  test('every key is random', () => {
    const { auth, stripe, cursorSecret } = config;
    const ownKeys = [auth.jwtSecret, auth.signingKey, auth.adminApiKey];
    const keys = [...ownKeys, stripe.secretKey, stripe.publishableKey, cursorSecret];
    const text = JSON.stringify(loadConfig({}));
    for (const key of [...keys, ...stripe.webhookSecrets]) {
      expect(key.length).toBeGreaterThan(30);
      expect(text).not.toContain(key);
    }
  });

  test('it is frozen at every depth', () => {
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.limits.max)).toBe(true);
    expect(Object.isFrozen(config.stripe.webhookSecrets)).toBe(true);
  });
});

describe('the variables', () => {
  test('an empty value counts as unset, and unknown variables are ignored', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '', SOMETHING: 'else' }).http.port).toBe(3000);
  });

  test('the seals of the audit log are signed with separate secrets, or with JWT_SECRET', () => {
    const [a, b] = [strong('a'), strong('b')];
    expect(loadConfig({ JWT_SECRET: a }).auditSecrets).toEqual([a]);
    expect(loadConfig({ JWT_SECRET: a, AUDIT_SECRETS: `${b}, ${a}` }).auditSecrets).toEqual([b, a]);
    expect(() => loadConfig({ ...production, AUDIT_SECRETS: 'short' })).toThrow(
      /AUDIT_SECRETS must have at least 32 characters/,
    );
  });

  test('lists are split', () => {
    const config = loadConfig({
      ...production,
      STRIPE_WEBHOOK_SECRET: 'whsec_new4Rt8vB5nYxC1mD, whsec_old9f3Kwq7Lz2Rt8',
      CORS_ORIGINS: 'https://a.example,https://b.example:8443',
    });
    expect(config.stripe.webhookSecrets).toEqual([
      'whsec_new4Rt8vB5nYxC1mD',
      'whsec_old9f3Kwq7Lz2Rt8',
    ]);
    expect(config.http.corsOrigins).toEqual(['https://a.example', 'https://b.example:8443']);
  });

  test.each([
    ['false', false],
    ['2', 2],
    ['10.0.0.0/8, 127.0.0.1', ['10.0.0.0/8', '127.0.0.1']],
  ])('TRUST_PROXY=%s', (text, expected) => {
    expect(loadConfig({ TRUST_PROXY: text }).http.trustProxy).toEqual(expected);
  });

  test('a shop offers every payment provider, in production only Stripe, or those that are named', () => {
    const { shop } = loadConfig({});
    expect(shop.paymentProviders).toEqual(['stripe', 'manual']);
    expect(loadConfig(production).shop.paymentProviders).toEqual(['stripe']);
    const chosen = loadConfig({ ...production, PAYMENT_PROVIDERS: 'manual, stripe' });
    expect(chosen.shop.paymentProviders).toEqual(['manual', 'stripe']);
  });

  test.each(['paypal', 'stripe,cash', ','])('PAYMENT_PROVIDERS=%s is refused', (text) => {
    expect(problemsOf({ PAYMENT_PROVIDERS: text })).toEqual({
      PAYMENT_PROVIDERS: expect.stringMatching(/^must .*one of stripe, manual/),
    });
  });

  test('the base of Stripe’s API is split for its SDK', () => {
    expect(loadConfig({ STRIPE_API_BASE: 'http://127.0.0.1:12111' }).stripe.apiBase).toEqual({
      protocol: 'http',
      host: '127.0.0.1',
      port: 12111,
    });
  });

  test('servers that the primary started still count as embedded', () => {
    const config = loadConfig({
      DATABASE_URL: 'postgresql://u:p@127.0.0.1:5/d',
      STRIPE_API_BASE: 'http://127.0.0.1:6',
      CARTWRIGHT_EMBEDDED: 'database,stripe',
    });
    expect(config.database).toMatchObject({
      embedded: true,
      url: 'postgresql://u:p@127.0.0.1:5/d',
    });
    expect(config.stripe.embedded).toBe(true);
  });
});

describe('PUBLIC_URL', () => {
  test('is refused without showing the password in it', () => {
    const { PUBLIC_URL: problem } = problemsOf({
      PUBLIC_URL: 'https://u:open-sesame@shop.example',
    });
    expect(problem).toContain('https://u:[masked]@shop.example');
  });

  test.each([
    ['https://shop.example', 'https://shop.example'],
    ['https://shop.example/', 'https://shop.example'],
    ['HTTPS://Shop.Example:443', 'https://shop.example'],
    ['http://10.0.0.5:8080', 'http://10.0.0.5:8080'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%s is the origin %s', (text, expected) => {
    expect(loadConfig({ PUBLIC_URL: text }).http.publicUrl).toBe(expected);
  });

  test.each([
    'https://h/shop',
    'https://h/shop/',
    'https://h//',
    'https://h?a=b',
    'https://h/?',
    'https://h/#top',
    'https://user:password@h',
    'https://@h',
    'https://h\\shop',
    'shop.example',
    'ftp://h',
  ])('%s is refused, with what to do', (text) => {
    expect(problemsOf({ PUBLIC_URL: text })).toEqual({
      PUBLIC_URL: expect.stringMatching(
        /no path, query, fragment or user.*a separate host|must be a URL that starts with http/,
      ),
    });
  });
});

describe('MAIL_FROM', () => {
  test.each(['orders@shop.example', 'My Shop <orders@shop.example>', '"A, B" <a@b.example>'])(
    '%s is a sender',
    (text) => {
      expect(loadConfig({ MAIL_FROM: text }).mail.from).toBe(text);
    },
  );

  test.each(['My Shop', 'orders@', 'My Shop <orders>', 'a@b.example\r\nBcc: c@d.example'])(
    '%j is refused',
    (text) => {
      expect(Object.keys(problemsOf({ MAIL_FROM: text }))).toEqual(['MAIL_FROM']);
    },
  );
});

describe('Passkeys', () => {
  test('are of the host of PUBLIC_URL, on pages of it and of its subdomains', () => {
    const { webauthn } = loadConfig({
      PUBLIC_URL: 'https://shop.example',
      CORS_ORIGINS: 'https://www.shop.example,https://notshop.example,https://shop.example',
    });
    expect(webauthn).toEqual({
      rpId: 'shop.example',
      origins: ['https://shop.example', 'https://www.shop.example'],
    });
  });

  test('have origins of their domain alone', () => {
    const env = {
      PUBLIC_URL: 'https://api.shop.example',
      WEBAUTHN_RP_ID: 'shop.example',
      WEBAUTHN_ORIGINS: 'https://www.shop.example',
    };
    expect(loadConfig(env).webauthn).toEqual({
      rpId: 'shop.example',
      origins: ['https://www.shop.example'],
    });
    expect(() => loadConfig({ ...env, WEBAUTHN_ORIGINS: 'https://notshop.example' })).toThrow(
      /WEBAUTHN_ORIGINS/,
    );
    expect(() => loadConfig({ ...env, WEBAUTHN_RP_ID: 'https://shop.example' })).toThrow(
      /WEBAUTHN_RP_ID/,
    );
  });
});

describe('DATA_ENCRYPTION_KEYS', () => {
  test('are several, the newest first', () => {
    const keys = `${strong('n')}, ${strong('o')}`;
    expect(loadConfig({ ...production, DATA_ENCRYPTION_KEYS: keys }).dataEncryptionKeys).toEqual([
      strong('n'),
      strong('o'),
    ]);
  });

  test.each([
    ['', 'is needed in production'],
    [',', 'must name at least one key'],
    [`${strong('n')},short`, 'at least 32 characters'],
    [demo.dataEncryptionKey, 'demo value'],
  ])('%j is refused in production: %s', (keys, message) => {
    expect(problemsOf({ ...production, DATA_ENCRYPTION_KEYS: keys })).toEqual({
      DATA_ENCRYPTION_KEYS: expect.stringContaining(message),
    });
  });
});

describe('PASSWORD_BCRYPT_COST', () => {
  test.each([
    [{}, 12],
    [{ PASSWORD_BCRYPT_COST: '15' }, 15],
    [{ NODE_ENV: 'test' }, 4],
    [{ NODE_ENV: 'test', PASSWORD_BCRYPT_COST: '5' }, 5],
  ])('with %j it is %i', (env, cost) => {
    expect(loadConfig(env).passwords.bcryptCost).toBe(cost);
  });

  test.each([
    [{ PASSWORD_BCRYPT_COST: '11' }, /at least 12, but is 11/],
    [{ PASSWORD_BCRYPT_COST: '16' }, /from 4 to 15/],
    [{ NODE_ENV: 'test', PASSWORD_BCRYPT_COST: '3' }, /from 4 to 15/],
  ])('%j is refused', (env, message) => {
    expect(problemsOf(env)).toEqual({ PASSWORD_BCRYPT_COST: expect.stringMatching(message) });
  });
});

describe('secrets from files', () => {
  const file = path.join(folder, 'jwt');
  writeFileSync(file, `${strong('f')}\n`);

  test('the content is taken, trimmed', () => {
    expect(loadConfig({ JWT_SECRET_FILE: file }).auth.jwtSecret).toBe(strong('f'));
  });

  test('both set, a missing file and an empty file are problems', () => {
    const empty = path.join(folder, 'empty');
    writeFileSync(empty, ' \n');
    expect(
      problemsOf({
        JWT_SECRET: 'x',
        JWT_SECRET_FILE: file,
        CURSOR_SECRET_FILE: path.join(folder, 'none'),
        ADMIN_API_KEY_FILE: empty,
      }),
    ).toEqual({
      JWT_SECRET: 'is set together with JWT_SECRET_FILE: set only one of them',
      CURSOR_SECRET: expect.stringMatching(
        /cannot be read from .*none: .*ENOENT.*CURSOR_SECRET_FILE/,
      ),
      ADMIN_API_KEY: expect.stringContaining('is empty in'),
    });
  });
});

describe('problems', () => {
  test('all are reported at once, each with an example', () => {
    const wrong = { PORT: '80x', LOG_LEVEL: 'loud', DEFAULT_CURRENCY: 'usd', TRUST_PROXY: 'true' };
    expect(Object.keys(problemsOf(wrong)).sort()).toEqual(Object.keys(wrong).sort());
    expect(() => loadConfig(wrong)).toThrow(
      /4 problems:[^]*PORT must be a whole number from 0 to 65535, but is "80x"\n +example: PORT=8080/,
    );
  });

  test.each([
    ['DEFAULT_COUNTRY', 'UK', 'GB'],
    ['DEFAULT_COUNTRY', 'de', 'DE'],
    ['DEFAULT_COUNTRY', 'USA', 'US'],
    ['DEFAULT_COUNTRY', 'AUT', 'AT'],
    ['DEFAULT_COUNTRY', 'Germany', 'DE'],
    ['DEFAULT_COUNTRY', 'England', 'GB'],
    ['DEFAULT_CURRENCY', 'EURO', 'EUR'],
    ['DEFAULT_CURRENCY', 'usd', 'USD'],
    ['DEFAULT_CURRENCY', '€', 'EUR'],
    ['DEFAULT_CURRENCY', 'US Dollar', 'USD'],
    ['DEFAULT_CURRENCY', 'GPB', 'GBP'],
  ])('%s=%s is refused with the code that was meant: %s', (variable, value, meant) => {
    expect(problemsOf({ [variable]: value })).toEqual({
      [variable]: expect.stringContaining(`(perhaps ${meant}), but is "${value}"`),
    });
  });

  test.each([
    ['DEFAULT_COUNTRY', 'XX'],
    ['DEFAULT_COUNTRY', ' '],
    ['DEFAULT_CURRENCY', 'QQQQQQ'],
  ])('%s=%s, which resembles no code, is refused without a suggestion', (variable, value) => {
    expect(problemsOf({ [variable]: value })[variable]).not.toContain('perhaps');
  });

  test.each([
    ['MAIL_FROM', 'Shop'],
    ['MAIL_FROM', 'Shop\nBcc: <a@b.example>'],
    ['STAFF_EMAIL', 'team'],
    ['STAFF_EMAIL', 'a@b.example, c@d.example'],
  ])('%s=%j is no valid e-mail address', (variable, value) => {
    expect(problemsOf({ [variable]: value })).toEqual({
      [variable]: expect.stringContaining('e-mail address'),
    });
  });

  test.each([
    ['MAIL_COLOR', 'red', 'colour'],
    ['MAIL_COLOR', '#fff; background: url(x)', 'colour'],
    ['MAIL_LOGO_URL', 'javascript:alert(1)', 'URL'],
    ['ORDER_PAGE_URL', 'https://shop.example/orders', '{id}'],
    ['ORDER_PAGE_URL', 'https://shop.example/orders/{order}', '{id}'],
    ['ORDER_PAGE_URL', 'https://shop.example/{id', '{id}'],
    ['ORDER_PAGE_URL', 'https://shop.example/{id}}', '{id}'],
    ['ORDER_PAGE_URL', 'https://{id}.shop.example/', 'after the host'],
    ['ORDER_PAGE_URL', 'javascript:{id}', 'URL'],
    ['STAFF_ORDER_PAGE_URL', 'https://shop.example/{id}?t={token}', '{number}'],
  ])('%s=%s is refused with the allowed values', (variable, value, expected) => {
    expect(problemsOf({ [variable]: value })).toEqual({
      [variable]: expect.stringContaining(expected),
    });
  });

  test('the footer of mails has lines, and pages of orders their placeholders', () => {
    const { mail } = loadConfig({
      MAIL_FOOTER: ' My Shop Ltd | 1 Main St |',
      ORDER_PAGE_URL: 'https://shop.example/orders/{id}?token={token}',
    });
    expect(mail.footer).toEqual(['My Shop Ltd', '1 Main St']);
    expect(mail.orderPageUrl).toBe('https://shop.example/orders/{id}?token={token}');
  });

  test.each(['fr-FR', 'de_DE', 'german'])(
    'the locale %s is refused because mails have no texts in it',
    (value) => {
      expect(problemsOf({ DEFAULT_LOCALE: value })).toEqual({
        DEFAULT_LOCALE: expect.stringContaining('one of the languages en, de'),
      });
    },
  );

  test('e-mail addresses may be all that browsers take, with a domain of any script', () => {
    const { mail } = loadConfig({
      MAIL_FROM: 'Söhne & Co <a/b@müller.example>',
      STAFF_EMAIL: 'Team&Co@Müller.example',
    });
    expect(mail).toMatchObject({
      from: 'Söhne & Co <a/b@müller.example>',
      staff: 'team&co@müller.example',
    });
  });

  test('wrong values and missing production settings are reported together', () => {
    expect(Object.keys(problemsOf({ NODE_ENV: 'production', PORT: 'x' }))).toEqual([
      'PORT',
      'JWT_SECRET',
      'JWT_SIGNING_KEY',
      'CURSOR_SECRET',
      'DATA_ENCRYPTION_KEYS',
      'ADMIN_API_KEY',
      'STRIPE_SECRET_KEY',
      'DATABASE_URL',
      'SMTP_URL',
      'SHOP_NAME',
      'MAIL_FROM',
      'PUBLIC_URL',
    ]);
  });

  test('a secret’s value is never shown', () => {
    expect(() => loadConfig({ STRIPE_SECRET_KEY: 'hunter2' })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
    );
  });

  test('a process that runs alone gets a list of all servers that it lacks', () => {
    const alone = (env: Record<string, string>) => () => loadConfig(env, { alone: true });
    expect(alone({})).toThrow(/2 problems:[^]* STRIPE_SECRET_KEY is [^]* SMTP_URL is needed/);
    expect(alone({ NODE_ENV: 'production' })).toThrow(
      /11 problems:[^]* JWT_SECRET [^]* STRIPE_SECRET_KEY is needed in production[^]* SMTP_URL /,
    );
    const told = { STRIPE_API_BASE: 'http://127.0.0.1:1', SMTP_URL: 'smtp://127.0.0.1:2' };
    expect(alone(told)).not.toThrow();
  });

  test('the last port leaves none for the metrics, unless METRICS_PORT is set', () => {
    expect(problemsOf({ PORT: '65535' })).toEqual({
      METRICS_PORT: 'is needed when PORT is 65535, which no port follows',
    });
    expect(problemsOf({ PORT: '65535', METRICS_PORT: '9464' })).toEqual({});
  });

  test('a Stripe key needs its companions', () => {
    expect(Object.keys(problemsOf({ STRIPE_SECRET_KEY: 'sk_test_abc' }))).toEqual([
      'STRIPE_PUBLISHABLE_KEY',
      'STRIPE_WEBHOOK_SECRET',
    ]);
  });
});

describe('Sign-in with others', () => {
  const acme = {
    id: 'acme',
    name: 'Acme',
    issuer: 'https://id.acme.example',
    clientId: 'shop',
    clientSecret: 'GuessMe',
  };
  const listed = (...providers: object[]) =>
    problemsOf({ OIDC_PROVIDERS: JSON.stringify(providers) });

  test('has a provider for each client, whose secret is not forgotten', () => {
    const { signIn } = loadConfig({
      OIDC_PROVIDERS: JSON.stringify([acme]),
      GITHUB_CLIENT_ID: 'a',
      GITHUB_CLIENT_SECRET: 'b',
    });
    expect(signIn.oidc).toEqual([{ ...acme, authoritativeFor: [] }]);
    expect(signIn).toMatchObject({ github: { clientId: 'a' }, google: undefined });
    expect(problemsOf({ GITHUB_CLIENT_ID: 'a' })).toEqual({
      GITHUB_CLIENT_SECRET: 'is needed when GITHUB_CLIENT_ID is set',
    });
  });

  test.each([
    ['no JSON', '{'],
    ['no list', '{}'],
    ['another member', JSON.stringify([{ ...acme, colour: 'red' }])],
    ['a bad id', JSON.stringify([{ ...acme, id: 'A/..' }])],
    ['an id twice', JSON.stringify([acme, acme])],
    ['the id of another', JSON.stringify([{ ...acme, id: 'google' }])],
  ])('refuses %s, and shows no secret', (_what, text) => {
    const { OIDC_PROVIDERS: message = '' } = problemsOf({ OIDC_PROVIDERS: text });
    expect(message).toContain('must be a JSON list of providers');
    expect(message).not.toContain('GuessMe');
  });

  test('asks no provider over a network that can read along', () => {
    expect(listed({ ...acme, issuer: 'http://id.acme.example' })['OIDC_PROVIDERS']).toContain(
      'https://',
    );
    expect(listed({ ...acme, issuer: 'http://127.0.0.1:4000' })).toEqual({});
    expect(problemsOf({ GITHUB_URL: 'http://github.example.com' })).toHaveProperty('GITHUB_URL');
  });

  test('returns to the storefront’s pages, which must be named', () => {
    const originsOf = (env: Record<string, string>) => loadConfig(env).signIn.origins;
    expect(originsOf({ CORS_ORIGINS: 'https://a.example' })).toEqual(['https://a.example']);
    expect(originsOf({ CORS_ORIGINS: '*', PUBLIC_URL: 'https://b.example' })).toEqual([
      'https://b.example',
    ]);
    expect(problemsOf({ SIGN_IN_ORIGINS: '*' })).toHaveProperty('SIGN_IN_ORIGINS');
  });
});

describe('production', () => {
  test('runs with what it needs', () => {
    expect(loadConfig(production)).toMatchObject({
      isProduction: true,
      http: {
        host: '0.0.0.0',
        metricsHost: '127.0.0.1',
        corsOrigins: [],
      },
      limits: {
        max: {
          requests: 600,
          files: 6000,
          codes: 10,
          signIns: 10,
          checkouts: 30,
          failedSignIns: 5,
        },
        windowSeconds: 60,
      },
      demoSeed: false,
      log: { format: 'json' },
    });
  });

  test.each([
    ['JWT_SECRET', 'demo-jwt-secret-not-for-production', /demo value/],
    ['CURSOR_SECRET', 'demo-cursor-secret-not-for-production', /demo value/],
    ['ADMIN_API_KEY', 'demo-admin-key-not-for-production', /demo value/],
    ['JWT_SECRET', 'short', /at least 32 characters/],
    ['JWT_SECRET', '', /is needed in production/],
    ['CURSOR_SECRET', '', /is needed in production/],
    ['ADMIN_API_KEY', '', /is needed in production/],
    ['STRIPE_SECRET_KEY', '', /moves no money/],
    ['STRIPE_SECRET_KEY', 'sk_test_cartwright', /demo value/],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_cartwright', /demo value/],
    ['STRIPE_PUBLISHABLE_KEY', 'pk_test_cartwright', /demo value/],
    ['DATABASE_URL', '', /ALLOW_EMBEDDED_DATABASE=true/],
    ['DEMO_SEED', 'true', /must not be true/],
    ['SHOP_NAME', '', /is needed in production: it signs the mails/],
    ['SHOP_NAME', '   ', /is needed in production/],
    ['SHOP_NAME', 'Cartwright Demo', /is the demo value/],
    ['MAIL_FROM', '', /is needed in production: it is the sender/],
    ['MAIL_FROM', 'Cartwright <shop@localhost>', /is the demo value/],
    ['MAIL_FROM', 'orders@localhost', /must not be an address at localhost/],
    ['SMTP_URL', '', /customers get no mail .*ALLOW_EMBEDDED_MAIL=true/],
    ['PUBLIC_URL', '', /is needed in production: links/],
    ['JWT_SECRET', 'x'.repeat(40), /looks like a placeholder/],
    ['CURSOR_SECRET', 'abcabcabcabcabcabcabcabcabcabcabcabcabc', /repeats a few characters/],
    ['ADMIN_API_KEY', 'CHANGE_ME_CHANGE_ME_CHANGE_ME_CHANGE_ME', /looks like a placeholder/],
    ['ADMIN_API_KEY', `${strong('a')} ${strong('b')}`, /without spaces/],
    ['ADMIN_API_KEY', ` ${strong('a')}`, /white space/],
    ['STRIPE_SECRET_KEY', `sk_live_${'X'.repeat(24)}`, /looks like a placeholder/],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_', /must be one or several whsec_/],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_abc', /too short/],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_0000000000000000000000000000', /too short/],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_...', /placeholder/],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_<your-signing-secret>', /placeholder/],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_9f3Kwq7Lz2Rt8vB5nYxC1m,whsec_xxxxxxxxxxxxxxxx', /placeholder/],
    ['STRIPE_PUBLISHABLE_KEY', 'pk_test_abc', /is a test key, and STRIPE_SECRET_KEY is a live key/],
    ['DATABASE_URL', 'postgresql://shop:changeme@db:5432/shop', /placeholder/],
    ['SMTP_URL', 'smtps://user:<password>@mail.shop.example:465', /placeholder/],
  ])('%s=%s is refused', (variable, value, message) => {
    expect(problemsOf({ ...production, [variable]: value })).toEqual({
      [variable]: expect.stringMatching(message),
    });
  });

  test('no admin key is needed where none is allowed', () => {
    const { ADMIN_API_KEY: _, ...rest } = production;
    expect(loadConfig({ ...rest, ALLOW_ADMIN_API_KEY: 'false' }).auth.isAdminKeyAllowed).toBe(
      false,
    );
    expect(problemsOf({ ...rest, ALLOW_ADMIN_API_KEY: 'true' })).toEqual({
      ADMIN_API_KEY: expect.stringMatching(/is needed in production/),
    });
  });

  const examples = secrets
    .map((variable) => [variable, docOf(variable).example] as const)
    .filter(([, example]) => !example.startsWith('openssl '));
  test.each(examples)('%s=%s, its example in .env.example, is refused', (variable, example) => {
    expect(problemsOf({ ...production, [variable]: example })).toEqual({
      [variable]: expect.stringMatching(/example|too short/),
    });
  });

  test.each(secrets)('%s=... is refused', (variable) => {
    const { example } = docOf(variable);
    const start = /^(?:\w+:\/\/|[a-z]+_(?:live_)?)/.exec(example)?.[0] ?? '';
    expect(Object.keys(problemsOf({ ...production, [variable]: `${start}...` }))).toEqual([
      variable,
    ]);
  });

  test('mail is caught only when that is configured, and each start warns of it', () => {
    const { SMTP_URL: _, ...rest } = production;
    const config = loadConfig({ ...rest, ALLOW_EMBEDDED_MAIL: 'true' });
    expect(config.mail.embedded).toBe(true);
    expect(configWarnings(config)).toEqual([
      expect.stringMatching(/^SMTP_URL is not set: .*caught/),
    ]);
    const handed = { ...production, CARTWRIGHT_EMBEDDED: 'mail' };
    expect(Object.keys(problemsOf(handed))).toEqual(['SMTP_URL']);
    expect(problemsOf({ ...handed, ALLOW_EMBEDDED_MAIL: 'true' })).toEqual({});
  });

  test.each([
    [{ STAFF_EMAIL: '' }, /^STAFF_EMAIL is not set/],
    [{ PUBLIC_URL: 'http://shop.example' }, /^PUBLIC_URL is not https/],
    [{ PUBLIC_URL: 'https://localhost:3000' }, /^PUBLIC_URL is this machine’s own/],
    [{ STRIPE_API_BASE: 'http://127.0.0.1:12111' }, /^STRIPE_API_BASE is set/],
    [{ CORS_ORIGINS: '*' }, /^CORS_ORIGINS is \*/],
    [{ CURSOR_SECRET: production.JWT_SECRET }, /not all different/],
  ])('%p logs a warning', (variables, warning) => {
    expect(configWarnings(loadConfig({ ...production, ...variables }))).toEqual([
      expect.stringMatching(warning),
    ]);
  });

  test('the embedded database runs only when it is allowed to', () => {
    const { DATABASE_URL, ...rest } = production;
    expect(loadConfig({ ...rest, ALLOW_EMBEDDED_DATABASE: 'true' }).database.embedded).toBe(true);
    expect(
      Object.keys(problemsOf({ ...rest, DATABASE_URL, CARTWRIGHT_EMBEDDED: 'database' })),
    ).toEqual(['DATABASE_URL']);
  });

  test('the sandbox is refused however it is configured', () => {
    expect(Object.keys(problemsOf({ ...production, CARTWRIGHT_EMBEDDED: 'stripe' }))).toEqual([
      'STRIPE_SECRET_KEY',
    ]);
  });

  test('Stripe’s own test mode is allowed with a warning', () => {
    const testMode = { STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_PUBLISHABLE_KEY: 'pk_test_abc' };
    expect(configWarnings(loadConfig({ ...production, ...testMode }))).toHaveLength(1);
    expect(configWarnings(loadConfig(production))).toEqual([]);
  });
});

describe('the storage of files', () => {
  test('is a folder unless a bucket is named, which is all that a bucket of Amazon needs', () => {
    expect(loadConfig({}).storage.s3).toBeUndefined();
    expect(loadConfig({}).http.mediaUrl).toBe('http://localhost:3000/media');
    expect(loadConfig({ S3_REGION: 'eu-central-1' }).storage.s3).toBeUndefined();
    expect(loadConfig({ S3_BUCKET: 'my-shop' }).storage.s3).toEqual({
      bucket: 'my-shop',
      endpoint: undefined,
      publicEndpoint: undefined,
      region: undefined,
      forcePathStyle: false,
      credentials: undefined,
    });
  });

  test('of another server names the bucket in the path, unless told otherwise', () => {
    const env = { S3_BUCKET: 'my-shop', S3_ENDPOINT: 'http://minio:9000' };
    expect(loadConfig(env).storage.s3).toMatchObject({
      publicEndpoint: 'http://minio:9000',
      region: 'us-east-1',
      forcePathStyle: true,
    });
    const host = { ...env, S3_FORCE_PATH_STYLE: 'false', S3_PUBLIC_ENDPOINT: 'https://s3.example' };
    expect(loadConfig(host).storage.s3).toMatchObject({
      publicEndpoint: 'https://s3.example',
      forcePathStyle: false,
    });
  });

  test('has both halves of a key or none, and a plain address of pictures', () => {
    expect(problemsOf({ S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'AKIA' })).toEqual({
      S3_SECRET_ACCESS_KEY: 'is needed when S3_ACCESS_KEY_ID is set',
    });
    expect(problemsOf({ S3_BUCKET: 'b', S3_SECRET_ACCESS_KEY: 's' })).toEqual({
      S3_ACCESS_KEY_ID: 'is needed when S3_SECRET_ACCESS_KEY is set',
    });
    expect(loadConfig({ MEDIA_URL: 'https://cdn.shop.example/files/' }).http.mediaUrl).toBe(
      'https://cdn.shop.example/files',
    );
    expect(Object.keys(problemsOf({ MEDIA_URL: 'https://cdn.shop.example/?a=1' }))).toEqual([
      'MEDIA_URL',
    ]);
  });
});
