import { createHash } from 'node:crypto';
import { randomText } from '../../src/kernel/ids.ts';
import {
  asBearer,
  cookiesOf,
  logIn,
  newEmail,
  PASSWORD,
  postAuth,
  registerAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { codeOf, newTotpMember } from '../helpers/factors.ts';
import { startGitHubServer, type GitHubServer } from '../helpers/gitHubServer.ts';
import { startOidcServer, type OidcPerson, type OidcServer } from '../helpers/oidcServer.ts';
import { signInPerson } from '../helpers/people.ts';
import { ProviderBrowser } from '../helpers/providerBrowser.ts';
import {
  beginSignIn,
  comeBack,
  exchangeCode,
  SHOP_PAGE,
  visitProvider,
} from '../helpers/providerSignIn.ts';

const callback = (provider: string) =>
  `http://shop.test/api/v1/auth/providers/${provider}/callback`;

let oidc: OidcServer;
let gitHub: GitHubServer;
let shop: TestApp;

const settings = () => ({
  GITHUB_CLIENT_ID: gitHub.clientId,
  GITHUB_CLIENT_SECRET: gitHub.clientSecret,
  GITHUB_URL: gitHub.url,
  GITHUB_API_URL: gitHub.apiUrl,
  OIDC_PROVIDERS: JSON.stringify([
    {
      id: 'acme',
      name: 'Acme',
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      authoritativeFor: ['acme.example'],
    },
  ]),
  SIGN_IN_ORIGINS: 'https://shop.example,https://www.shop.example:8443',
});

beforeAll(async () => {
  oidc = await startOidcServer(callback('acme'));
  gitHub = await startGitHubServer(gitHubUser());
  shop = await startTestApp(settings());
});
afterAll(async () => {
  await shop.close();
  await gitHub.close();
  await oidc.close();
});
afterEach(() => {
  oidc.tamper = undefined;
  oidc.metadataIssuer = undefined;
  oidc.isDown = false;
  gitHub.isDown = false;
});

/** The mails about providers that are queued for someone. */
const mailsTo = (userId: string) =>
  shop.ctx.db.prisma.$queryRaw`
    SELECT payload ->> 'mail' AS mail, payload -> 'about' ->> 'providerName' AS provider
    FROM graphile_worker._private_jobs
    WHERE payload ->> 'mail' LIKE 'identity.%' AND payload -> 'about' ->> 'userId' = ${userId}
    ORDER BY id`;

const auditOf = (subject: string) =>
  shop.ctx.db.prisma.auditEntry.findMany({
    where: { subject },
    select: { action: true, details: true },
    orderBy: { id: 'asc' },
  });

let people = 0;

/** Someone new at the provider of OpenID Connect. @returns the login. */
function newcomer(person: OidcPerson = {}): string {
  const login = `person-${++people}`;
  oidc.people.set(login, { email: newEmail(), email_verified: true, ...person });
  return login;
}

const emailOf = (login: string) => oidc.people.get(login)?.email ?? '';

function gitHubUser(emails = [{ email: newEmail(), primary: true, verified: true }]) {
  return { id: ++people, name: 'Ada Lovelace', emails };
}

const visit = (login: string, at = shop) => visitProvider(at, { provider: 'acme', login });

/** Signs in with the provider. @returns the data of the answer. */
async function signIn(login: string, at = shop) {
  const answer = await exchangeCode(at, await visit(login, at)).expect(200);
  return answer.body.data;
}

const usersOf = (email: string) =>
  shop.ctx.db.prisma.user.findMany({
    where: { emailKey: email },
    include: { customer: true, identities: true },
    orderBy: { createdAt: 'asc' },
  });

/** An account with a password and a verified address, signed in a moment ago. */
async function verifiedAccount(email = newEmail()) {
  const account = await registerAccount(shop, { email });
  await shop.ctx.db.prisma.user.update({
    where: { id: account.userId },
    data: { emailVerifiedAt: new Date() },
  });
  return { ...account, as: asBearer(await logIn(shop, account)) };
}

/** Begins to add a provider, goes there and comes back. */
async function visitToLink(as: Record<string, string>, login: string) {
  const begun = await postAuth(shop, 'providers/acme/link', { redirectTo: SHOP_PAGE }, as);
  expect(begun.status).toBe(200);
  return visitProvider(shop, { provider: 'acme', login }, begun.body.data);
}

const addIdentity = (
  as: Record<string, string>,
  { code, secret }: { code: string; secret: string },
) => postAuth(shop, 'identities', { code, secret }, as);

describe('A sign-in with a provider', () => {
  test('of someone new makes a user and a customer, with a verified address where the provider says so', async () => {
    const login = newcomer({ given_name: 'Ada', family_name: 'Lovelace', locale: 'de-DE' });
    const { user, accessToken, session } = await signIn(login);
    expect(user).toMatchObject({
      email: emailOf(login),
      emailVerified: true,
      firstName: 'Ada',
      lastName: 'Lovelace',
      locale: 'de-DE',
    });
    expect(user.customerId).toMatch(/^cus_/);
    await shop.api.get('/api/v1/auth/me').set(asBearer({ accessToken })).expect(200);
    expect(session.current).toBe(true);
    const [stored] = await usersOf(emailOf(login));
    expect(stored?.passwordHash).toBeNull();
    expect(stored?.identities).toMatchObject([
      { provider: 'acme', issuer: oidc.issuer, subject: login },
    ]);
  });

  test('of someone known is to the same account, also when the address at the provider is another', async () => {
    const login = newcomer();
    const first = await signIn(login);
    oidc.people.set(login, { email: newEmail(), email_verified: true });
    const second = await signIn(login);
    expect(second.user).toEqual(first.user);
    expect(second.session.id).not.toBe(first.session.id);
  });

  test('gives cookies to a client that has asked for them', async () => {
    const begun = await beginSignIn(shop, 'acme', { redirectTo: SHOP_PAGE, mode: 'cookie' });
    const proof = await visitProvider(shop, { provider: 'acme', login: newcomer() }, begun);
    const answer = await exchangeCode(shop, proof).expect(200);
    expect(answer.body.data.accessToken).toBeUndefined();
    expect(Object.keys(cookiesOf(answer))).toHaveLength(3);
  });

  test('of someone with an authenticator app asks for its code, and takes the cart over with it', async () => {
    const member = await newTotpMember(shop);
    const login = newcomer();
    await addIdentity(member.as, await visitToLink(member.as, login)).expect(201);
    const cart = await shop.api.post('/api/v1/carts').send({}).expect(201);
    const cartId = cart.body.data.id as string;
    const asked = await exchangeCode(shop, await visit(login)).expect(200);
    expect(asked.body.data).toMatchObject({ status: 'factor_required' });
    const { token } = asked.body.data.challenge;
    await postAuth(shop, 'challenge', { token, code: '000000', cartId }).expect(422);
    await shop.api.get(`/api/v1/carts/${cartId}`).expect(200);
    const answer = { token, code: codeOf(member.secret), cartId };
    const opened = await postAuth(shop, 'challenge', answer).expect(200);
    expect(opened.body.data).toMatchObject({ status: 'signed_in', user: { id: member.userId } });
    await shop.api.get(`/api/v1/carts/${cartId}`).set(asBearer(opened.body.data)).expect(200);
    await shop.api.get(`/api/v1/carts/${cartId}`).expect(404);
  });

  test('opens a session that ends with none at the provider, nor ends that', async () => {
    const { refreshToken } = await signIn(newcomer());
    oidc.isDown = true;
    const before = oidc.requests;
    const { body } = await postAuth(shop, 'refresh', { refreshToken }).expect(200);
    const as = asBearer(body.data);
    await shop.api.get('/api/v1/auth/me').set(as).expect(200);
    await postAuth(shop, 'logout', {}, as).expect(200);
    await shop.api.get('/api/v1/auth/me').set(as).expect(401);
    expect(oidc.requests).toBe(before);
  });

  test('takes the cart over that it names', async () => {
    const cart = await shop.api.post('/api/v1/carts').send({}).expect(201);
    const cartId = cart.body.data.id as string;
    const proof = await visit(newcomer());
    await postAuth(shop, 'providers/exchange', {
      code: proof.code,
      secret: proof.secret,
      cartId,
    }).expect(200);
    expect((await shop.api.get(`/api/v1/carts/${cartId}`)).status).toBe(404);
  });

  test('at GitHub reads the verified primary address from its API', async () => {
    gitHub.user = gitHubUser([
      { email: newEmail(), primary: false, verified: true },
      { email: newEmail(), primary: true, verified: true },
    ]);
    const proof = await visitProvider(shop, { provider: 'github', login: '' });
    const { body } = await exchangeCode(shop, proof).expect(200);
    expect(body.data.user).toMatchObject({
      email: gitHub.user.emails[1]?.email,
      emailVerified: true,
      firstName: 'Ada',
      lastName: 'Lovelace',
    });
    const again = await visitProvider(shop, { provider: 'github', login: '' });
    const second = await exchangeCode(shop, again).expect(200);
    expect(second.body.data.user).toEqual(body.data.user);
  });

  test('is offered for the providers of the configuration, and for no other', async () => {
    const { body } = await shop.api.get('/api/v1/auth/providers').expect(200);
    expect(body.data).toEqual([
      { id: 'github', name: 'GitHub' },
      { id: 'acme', name: 'Acme' },
    ]);
    for (const provider of ['google', 'elsewhere', '__proto__']) {
      await postAuth(shop, `providers/${provider}/start`, {}).expect(404);
      await shop.api.get(`/api/v1/auth/providers/${provider}/callback`).expect(404);
    }
  });

  test('of a disabled account is refused', async () => {
    const login = newcomer();
    const { user } = await signIn(login);
    await shop.ctx.db.prisma.user.update({ where: { id: user.id }, data: { status: 'disabled' } });
    const { body } = await exchangeCode(shop, await visit(login)).expect(401);
    expect(body.code).toBe('invalid_credentials');
  });

  test('that is refused at the provider comes back with a reason, and without a code', async () => {
    const { url } = await beginSignIn(shop, 'acme');
    const state = new URL(url).searchParams.get('state') ?? '';
    const denied = `${callback('acme')}?error=access_denied&state=${state}`;
    const iss = encodeURIComponent(oidc.issuer);
    const outcome = await comeBack(shop, `${denied}&iss=${iss}`);
    expect(outcome).toEqual({
      provider: 'acme',
      error: 'access_denied',
      page: 'https://shop.example',
    });
  });

  test('keeps neither state, secret, code nor verifier in the database', async () => {
    const { url, secret } = await beginSignIn(shop, 'acme');
    const outcome = await comeBack(shop, await new ProviderBrowser().signIn(url, newcomer()));
    const rows = JSON.stringify(await shop.ctx.db.prisma.providerSignIn.findMany());
    const { state, nonce } = Object.fromEntries(new URL(url).searchParams);
    for (const text of [secret, outcome['code'], state, nonce]) {
      expect(text).toMatch(/^[\w-]{43}$/);
      expect(rows).not.toContain(text);
    }
  });

  test('that no one has completed in time is void, and deleted by the clock', async () => {
    const { code, secret } = await visit(newcomer());
    const begun = await beginSignIn(shop, 'acme');
    await shop.ctx.db.prisma.providerSignIn.updateMany({
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    const late = await exchangeCode(shop, { code, secret }).expect(401);
    expect(late.body.code).toBe('sign_in_code_invalid');
    const back = await new ProviderBrowser().signIn(begun.url, newcomer());
    expect(await comeBack(shop, back)).toMatchObject({ error: 'sign_in_expired' });
    await shop.container.services.signInProviders.purge(shop.ctx);
    expect(await shop.ctx.db.prisma.providerSignIn.count()).toBe(0);
  });
});

describe('An attack on a sign-in with a provider', () => {
  test('with a changed state, or that of another provider, gets nowhere', async () => {
    const { url } = await beginSignIn(shop, 'acme');
    const back = new URL(await new ProviderBrowser().signIn(url, newcomer()));
    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(43));
    const crossed = back.href.replace('/acme/', '/github/');
    const stateless = new URL(back);
    stateless.searchParams.delete('state');
    for (const address of [forged.href, crossed, stateless.href]) {
      expect(await comeBack(shop, address)).toMatchObject({ error: 'sign_in_expired' });
    }
    expect((await comeBack(shop, back.href))['code']).toMatch(/^[\w-]{43}$/);
  });

  test.each(['nonce', 'code_challenge'])('with a changed %s is refused', async (parameter) => {
    const begun = await beginSignIn(shop, 'acme');
    const url = new URL(begun.url);
    url.searchParams.set(parameter, 'A'.repeat(43));
    const back = await new ProviderBrowser().signIn(url.href, newcomer());
    const outcome = await comeBack(shop, back);
    expect(outcome).toMatchObject({ error: 'provider_refused' });
    expect(outcome['code']).toBeUndefined();
  });

  test('at GitHub with a stolen code is refused, since the verifier is another', async () => {
    const [stolen, own] = [await beginSignIn(shop, 'github'), await beginSignIn(shop, 'github')];
    const theirs = new URL(await new ProviderBrowser().signIn(stolen.url, ''));
    const mine = new URL(await new ProviderBrowser().signIn(own.url, ''));
    mine.searchParams.set('code', theirs.searchParams.get('code') ?? '');
    expect(await comeBack(shop, mine.href)).toMatchObject({ error: 'provider_refused' });
  });

  test('with a forged ID token is refused: another signature, or none', async () => {
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forgeries: ((token: string) => string)[] = [
      (token) => token.replace(/\.[^.]*$/, `.${'A'.repeat(342)}`),
      (token) => token.replace(/^[^.]*\.(.*)\.[^.]*$/, `${none}.$1.`),
    ];
    for (const tamper of forgeries) {
      oidc.tamper = tamper;
      expect((await visit(newcomer())).outcome).toMatchObject({ error: 'provider_refused' });
    }
  });

  test.each([
    ['audience', { aud: 'another shop' }],
    ['issuer', { iss: 'https://evil.example' }],
    ['time', { exp: 1 }],
  ])(
    'with an ID token that the provider has signed for another %s is refused',
    async (_, claims) => {
      oidc.tamper = (token) => oidc.resign(token, claims);
      expect((await visit(newcomer())).outcome).toMatchObject({ error: 'provider_refused' });
      oidc.tamper = (token) => oidc.resign(token, {});
      expect((await visit(newcomer())).outcome['code']).toMatch(/^[\w-]{43}$/);
    },
  );

  test('by metadata that name another issuer gets nowhere', async () => {
    const alone = await startTestApp(settings());
    try {
      oidc.metadataIssuer = 'https://evil.example';
      const refused = await postAuth(alone, 'providers/acme/start', {});
      expect([refused.status, refused.body.code]).toEqual([503, 'sign_in_provider_unavailable']);
      oidc.metadataIssuer = undefined;
      expect((await signIn(newcomer(), alone)).status).toBe('signed_in');
    } finally {
      await alone.close();
    }
  });

  test('that names another issuer in its answer is refused', async () => {
    const { url } = await beginSignIn(shop, 'acme');
    const back = new URL(await new ProviderBrowser().signIn(url, newcomer()));
    back.searchParams.set('iss', 'https://evil.example');
    expect(await comeBack(shop, back.href)).toMatchObject({ error: 'provider_refused' });
  });

  test('by repeating the callback or the code gets nothing, even in parallel', async () => {
    const { url, secret } = await beginSignIn(shop, 'acme');
    const back = await new ProviderBrowser().signIn(url, newcomer());
    const outcomes = await Promise.all([1, 2, 3].map(() => comeBack(shop, back)));
    const codes = outcomes.flatMap(({ code }) => code ?? []);
    expect(codes).toHaveLength(1);
    expect(await comeBack(shop, back)).toMatchObject({ error: 'sign_in_expired' });
    const proof = { code: codes[0] ?? '', secret };
    const answers = await Promise.all([1, 2, 3].map(() => exchangeCode(shop, proof)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401]);
    await exchangeCode(shop, proof).expect(401);
  });

  test('from another browser fails: a code opens nothing without what its client kept', async () => {
    // The attacker has signed in as themselves, and has the victim's browser open the callback.
    const attacker = await visit(newcomer());
    const victim = await beginSignIn(shop, 'acme');
    const { body } = await exchangeCode(shop, { code: attacker.code, secret: victim.secret });
    expect(body.code).toBe('sign_in_code_invalid');
    await exchangeCode(shop, { code: attacker.code, secret: '' }).expect(400);
    // It is not used up by that.
    await exchangeCode(shop, attacker).expect(200);
  });

  test.each([
    '//evil.example',
    'https://evil.example/',
    'https://shop.example@evil.example/',
    'https://shop.example:443@evil.example/',
    'https://shop.example.evil.example/',
    'https://shop.example%2eevil.example/',
    'https://user@shop.example/',
    'https://shop.example\\@evil.example/',
    'https:\\\\shop.example/',
    'https:/shop.example/',
    'https://shop.example/#code=1',
    'https://shop.example/\r\nSet-Cookie: a=b',
    'https://shop.example /',
    'http://shop.example/',
    'https://shop.example:8443/',
    'https://SHOP.example/',
    'javascript:alert(1)//https://shop.example',
    'data:text/html,hello',
    '/relative',
    'shop.example',
  ])('cannot have the browser sent to %j', async (redirectTo) => {
    const { status, body } = await postAuth(shop, 'providers/acme/start', { redirectTo });
    expect([status, body.code]).toEqual([400, 'redirect_not_allowed']);
  });

  test.each([
    ['https://shop.example', 'https://shop.example/'],
    ['https://shop.example/a?b=c', 'https://shop.example/a?b=c'],
    ['https://www.shop.example:8443/a', 'https://www.shop.example:8443/a'],
    [undefined, 'https://shop.example/'],
  ])('leaves pages of the shop usable: %s', async (redirectTo, expected) => {
    const { url } = await beginSignIn(shop, 'github', { redirectTo });
    const back = new URL(await new ProviderBrowser().signIn(url, ''));
    const answer = await shop.api.get(back.pathname + back.search).expect(303);
    expect(answer.headers['location']?.split('#')[0]).toBe(expected);
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });
});

describe('An address that a provider names', () => {
  test('and has not verified takes over no account, and tells nothing of one', async () => {
    const owner = await verifiedAccount();
    const known = newcomer({ email: owner.email, email_verified: false });
    const unknown = newcomer({ email_verified: false });
    const one = await signIn(known);
    const other = await signIn(unknown);
    expect(one.user.id).not.toBe(owner.userId);
    expect([one.user.emailVerified, other.user.emailVerified]).toEqual([false, false]);
    expect(Object.keys(one)).toEqual(Object.keys(other));
    expect((await usersOf(owner.email)).map(({ id }) => id)).toEqual([owner.userId, one.user.id]);
    // The owner's password is the owner's.
    expect((await logIn(shop, owner)).session.id).toMatch(/^ses_/);
  });

  test('and says nothing of is not verified', async () => {
    const login = newcomer();
    oidc.people.set(login, { email: newEmail() });
    expect((await signIn(login)).user.emailVerified).toBe(false);
    gitHub.user = gitHubUser([{ email: newEmail(), primary: true, verified: false }]);
    const proof = await visitProvider(shop, { provider: 'github', login: '' });
    const { body } = await exchangeCode(shop, proof).expect(200);
    expect(body.data.user.emailVerified).toBe(false);
  });

  test('and has verified asks its owner to sign in as before, and links nothing', async () => {
    const owner = await verifiedAccount();
    const { body } = await exchangeCode(shop, await visit(newcomer({ email: owner.email })));
    expect(body).toMatchObject({ status: 409, code: 'account_exists' });
    const [user, ...others] = await usersOf(owner.email);
    expect(others).toEqual([]);
    expect(user?.identities).toEqual([]);
  });

  test('and assigns itself signs in its owner, who is told', async () => {
    const owner = await verifiedAccount(`${newEmail().split('@')[0]}@acme.example`);
    const { user } = await signIn(newcomer({ email: owner.email }));
    expect(user.id).toBe(owner.userId);
    const events = await shop.ctx.db.prisma.event.findMany({ where: { type: 'identity.linked' } });
    expect(events.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ userId: owner.userId, provider: 'acme' }),
    );
  });

  test('and assigns itself takes over no account while it has not verified it', async () => {
    const owner = await verifiedAccount(`${newEmail().split('@')[0]}@acme.example`);
    const { user } = await signIn(newcomer({ email: owner.email, email_verified: false }));
    expect(user.id).not.toBe(owner.userId);
  });

  test('takes it from those who have registered with it and not proved it', async () => {
    const squatter = await registerAccount(shop);
    const session = await logIn(shop, squatter);
    const { user } = await signIn(newcomer({ email: squatter.email }));
    expect(user.id).not.toBe(squatter.userId);
    await postAuth(shop, 'refresh', { refreshToken: session.refreshToken }).expect(401);
    await postAuth(shop, 'login', { email: squatter.email, password: PASSWORD }).expect(401);
  });

  test.each(['verify-email', 'reset-password'])(
    'and a stranger has signed in with is the owner’s after %s, who shares it with no provider',
    async (act) => {
      const stranger = newcomer({ email_verified: false });
      const { user } = (await signIn(stranger)) as { user: { id: string; email: string } };
      const purpose = act === 'verify-email' ? 'verify_email' : 'reset_password';
      const token = randomText(40);
      await shop.ctx.db.prisma.userToken.create({
        data: {
          id: randomText(20),
          hash: createHash('sha256').update(token).digest('base64url'),
          userId: user.id,
          purpose,
          email: user.email,
          expiresAt: new Date(Date.now() + 60_000),
        },
      });
      const newPassword = act === 'verify-email' ? {} : { newPassword: PASSWORD };
      await postAuth(shop, act, { token, ...newPassword }).expect(200);
      const [owned, ...others] = await usersOf(user.email);
      // What the stranger used is set aside.
      expect(others).toMatchObject([{ status: 'disabled', identities: [], emailVerifiedAt: null }]);
      expect(owned).toMatchObject({ id: user.id, identities: [] });
      expect(owned?.emailVerifiedAt).not.toBeNull();
      expect((await signIn(stranger)).user.id).not.toBe(user.id);
    },
  );

  test('or does not name makes no account', async () => {
    const login = newcomer();
    oidc.people.set(login, {});
    const { body } = await exchangeCode(shop, await visit(login)).expect(422);
    expect(body.code).toBe('provider_email_missing');
  });

  test('of someone new makes one account, also when the same person signs in twice at once', async () => {
    const login = newcomer();
    const proofs = [await visit(login), await visit(login), await visit(login)];
    const answers = await Promise.all(proofs.map((proof) => exchangeCode(shop, proof)));
    const ids = answers.map(
      ({ body }) => (body as { data: { user: { id: string } } }).data.user.id,
    );
    expect(new Set(ids).size).toBe(1);
    expect(await usersOf(emailOf(login))).toHaveLength(1);
  });

  test('and the name beside it reach no header and no log with control characters', async () => {
    const login = newcomer({ name: 'Eve\r\nSet-Cookie: a=b\u001b[31m Evil' });
    const { user } = await signIn(login);
    expect(`${user.firstName} ${user.lastName}`).toBe('Eve Set-Cookie: a=b [31m Evil');
  });
});

describe('A provider of an account', () => {
  test('is added by who is signed in, and signs in from then on', async () => {
    const owner = await verifiedAccount();
    const login = newcomer();
    const proof = await visitToLink(owner.as, login);
    expect(proof.outcome).toMatchObject({ action: 'link' });
    const { body } = await addIdentity(owner.as, proof).expect(201);
    expect(body.data).toMatchObject({ provider: 'acme', name: 'Acme', email: emailOf(login) });
    expect((await signIn(login)).user.id).toBe(owner.userId);
    const listed = await shop.api.get('/api/v1/auth/identities').set(owner.as).expect(200);
    expect(listed.body.data).toMatchObject([{ id: body.data.id, provider: 'acme' }]);
  });

  test('is added only in the account that has begun it', async () => {
    const [attacker, victim] = [await verifiedAccount(), await verifiedAccount()];
    const login = newcomer();
    // The attacker has begun; the victim's browser has gone to the provider and come back.
    const proof = await visitToLink(attacker.as, login);
    expect((await addIdentity(victim.as, proof)).body.code).toBe('sign_in_code_invalid');
    await exchangeCode(shop, proof).expect(401);
    // Nor does a sign-in's code add anything.
    const own = await visit(login);
    expect((await addIdentity(victim.as, own)).body.code).toBe('sign_in_code_invalid');
    expect(await shop.ctx.db.prisma.userIdentity.count({ where: { subject: login } })).toBe(0);
  });

  test('that belongs to another account is not moved', async () => {
    const login = newcomer();
    const first = await signIn(login);
    const owner = await verifiedAccount();
    const { body } = await addIdentity(owner.as, await visitToLink(owner.as, login)).expect(409);
    expect(body.code).toBe('identity_taken');
    expect((await signIn(login)).user.id).toBe(first.user.id);
  });

  test('is added and removed only by who has signed in a short while ago', async () => {
    await postAuth(shop, 'providers/acme/link', {}).expect(401);
    const person = await signInPerson(shop.container);
    await shop.ctx.db.prisma.session.update({
      where: { id: person.sessionId },
      data: { authenticatedAt: new Date(Date.now() - 3_600_000) },
    });
    const begun = await postAuth(shop, 'providers/acme/link', {}, person.as).expect(403);
    expect(begun.body.code).toBe('factor_required');
    const identity = '/api/v1/auth/identities/idn_00000000000000000000000000';
    const removed = await shop.api.delete(identity).set(person.as).expect(403);
    expect(removed.body.code).toBe('factor_required');
  });

  test('is removed by its holder alone, and signs in no longer', async () => {
    const owner = await verifiedAccount();
    const login = newcomer();
    const { body } = await addIdentity(owner.as, await visitToLink(owner.as, login)).expect(201);
    const address = `/api/v1/auth/identities/${body.data.id}`;
    const stranger = await verifiedAccount();
    await shop.api.delete(address).set(stranger.as).expect(404);
    await shop.api.delete(address).set(owner.as).expect(200);
    await shop.api.delete(address).set(owner.as).expect(404);
    expect((await signIn(login)).user.id).not.toBe(owner.userId);
  });

  test('is told to its holder when it is added and when it is removed', async () => {
    const owner = await verifiedAccount();
    const { body } = await addIdentity(owner.as, await visitToLink(owner.as, newcomer()));
    await shop.api.delete(`/api/v1/auth/identities/${body.data.id}`).set(owner.as).expect(200);
    expect(await mailsTo(owner.userId)).toEqual([
      { mail: 'identity.linked', provider: 'Acme' },
      { mail: 'identity.removed', provider: 'Acme' },
    ]);
    expect(await auditOf(owner.userId)).toEqual([]);
  });

  test('of staff leaves entries in the audit log', async () => {
    const clerk = await signInPerson(shop.container, { permissions: ['jobs:read'] });
    await shop.ctx.db.prisma.user.update({
      where: { id: clerk.userId },
      data: { passwordHash: 'unread' },
    });
    const { body } = await addIdentity(clerk.as, await visitToLink(clerk.as, newcomer()));
    await shop.api.delete(`/api/v1/auth/identities/${body.data.id}`).set(clerk.as).expect(200);
    const details = { identityId: body.data.id, provider: 'acme' };
    expect(await auditOf(clerk.userId)).toEqual([
      { action: 'identity.add', details },
      { action: 'identity.remove', details },
    ]);
  });

  test('that assigns the address itself leaves an entry when staff sign in with it at first', async () => {
    const email = `${newEmail().split('@')[0]}@acme.example`;
    const clerk = await signInPerson(shop.container, { email, permissions: ['jobs:read'] });
    const { user } = await signIn(newcomer({ email }));
    expect(user.id).toBe(clerk.userId);
    expect(await mailsTo(clerk.userId)).toContainEqual({
      mail: 'identity.linked',
      provider: 'Acme',
    });
    expect(await auditOf(clerk.userId)).toMatchObject([
      { action: 'identity.add', details: { provider: 'acme' } },
      { action: 'session.open', details: { method: 'provider' } },
    ]);
  });

  test('stays where it is the last way to sign in, even when two are removed at once', async () => {
    const login = newcomer();
    const { accessToken, user } = await signIn(login);
    const as = asBearer({ accessToken });
    await addIdentity(as, await visitToLink(as, newcomer())).expect(201);
    const { body } = await shop.api.get('/api/v1/auth/identities').set(as).expect(200);
    const ids = (body.data as { id: string }[]).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const answers = await Promise.all(
      ids.map((id) => shop.api.delete(`/api/v1/auth/identities/${id}`).set(as)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('last_sign_in_method');
    expect(
      await shop.ctx.db.prisma.userIdentity.count({ where: { userId: user.id as string } }),
    ).toBe(1);
  });
});

describe('A provider that is down', () => {
  let alone: TestApp;
  beforeEach(async () => {
    alone = await startTestApp(settings());
  });
  afterEach(() => alone.close());

  test('is said to be, while other ways to sign in work; and is asked again when it is back', async () => {
    oidc.isDown = true;
    const refused = await postAuth(alone, 'providers/acme/start', {}).expect(503);
    expect(refused.body.code).toBe('sign_in_provider_unavailable');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await beginSignIn(alone, 'github');
    await logIn(alone, await registerAccount(alone));
    oidc.isDown = false;
    expect((await signIn(newcomer(), alone)).status).toBe('signed_in');
  });

  test('between the beginning and the end sends the browser back to the page', async () => {
    const { url } = await beginSignIn(alone, 'acme');
    const back = await new ProviderBrowser().signIn(url, newcomer());
    oidc.isDown = true;
    expect(await comeBack(alone, back)).toMatchObject({ error: 'provider_unavailable' });
    gitHub.user = gitHubUser();
    const begun = await beginSignIn(alone, 'github');
    const other = await new ProviderBrowser().signIn(begun.url, '');
    gitHub.isDown = true;
    expect(await comeBack(alone, other)).toMatchObject({ error: 'provider_unavailable' });
  });

  test('is asked no longer once it has failed several times', async () => {
    oidc.isDown = true;
    for (let time = 0; time < 6; time++) {
      await postAuth(alone, 'providers/acme/start', {}).expect(503);
    }
    const before = oidc.requests;
    await postAuth(alone, 'providers/acme/start', {}).expect(503);
    expect(oidc.requests).toBe(before);
  });
});
