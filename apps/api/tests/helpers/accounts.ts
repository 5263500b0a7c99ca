import type supertest from 'supertest';
import { newId } from '../../src/kernel/ids.ts';
import { linkTokenOf } from '../../src/utils/linkToken.ts';
import type { TestApp } from './app.ts';

export const PASSWORD = 'correct horse battery';

/** An account that has registered. */
interface Registered {
  readonly email: string;
  readonly password: string;
  readonly userId: string;
}

export const newEmail = () => `${newId('user').slice(4)}@example.com`;

/** A POST to a route of accounts. */
export function postAuth(
  { api }: Pick<TestApp, 'api'>,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): supertest.Test {
  return api.post(`/api/v1/auth/${path}`).set(headers).send(body);
}

/** Registers an account by a request. @returns the newest user of the address. */
export async function registerAccount(
  shop: Pick<TestApp, 'api' | 'ctx'>,
  { email = newEmail(), password = PASSWORD, ...profile }: Record<string, string> = {},
): Promise<Registered> {
  await postAuth(shop, 'register', { email, password, ...profile }).expect(202);
  const { id: userId } = await shop.ctx.db.prisma.user.findFirstOrThrow({
    where: { emailKey: email },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return { email, password, userId };
}

/** What a test needs of a sign-in's answer. */
interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly deviceToken: string;
  readonly session: { readonly id: string };
}

/** Signs in by a request. */
export async function logIn(
  shop: Pick<TestApp, 'api'>,
  { email, password }: { email: string; password: string },
  more: object = {},
): Promise<SignedIn> {
  const answer = await postAuth(shop, 'login', { email, password, ...more }).expect(200);
  return (answer.body as { data: SignedIn }).data;
}

/** The headers of a request with an access token. */
export const asBearer = ({ accessToken }: { accessToken: string }) => ({
  Authorization: `Bearer ${accessToken}`,
});

/** The cookies that an answer sets, by name, as a browser would send them back. */
export function cookiesOf(answer: supertest.Response): Record<string, string> {
  const lines = (answer.headers['set-cookie'] ?? []) as unknown as readonly string[];
  return Object.fromEntries(
    lines.map((line) => {
      const [pair = ''] = line.split(';');
      return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    }),
  );
}

/** The token of the newest link of a purpose, as its mail has it. */
export async function newestToken(
  { container, ctx }: Pick<TestApp, 'container' | 'ctx'>,
  userId: string,
  purpose: 'verify_email' | 'reset_password' | 'change_email',
): Promise<string> {
  const { id } = await ctx.db.prisma.userToken.findFirstOrThrow({
    where: { userId, purpose },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return linkTokenOf(container.config.auth.jwtSecret, id);
}

/** An account that has proved its address, with an open session. */
export async function verifiedAccount(
  shop: Pick<TestApp, 'api' | 'ctx' | 'container'>,
  profile: Record<string, string> = {},
) {
  const account = await registerAccount(shop, profile);
  const token = await newestToken(shop, account.userId, 'verify_email');
  await postAuth(shop, 'verify-email', { token, password: account.password }).expect(200);
  return { ...account, ...(await logIn(shop, account)) };
}

/** Asks for a link to choose a password, and does the job that it queues. @returns the token. */
export async function askForReset(
  shop: TestApp,
  { email, userId }: { email: string; userId: string },
): Promise<string> {
  await postAuth(shop, 'forgot-password', { email }).expect(202);
  const request = { purpose: 'reset_password', email } as const;
  await shop.container.services.auth.answerMailRequest(shop.ctx, request);
  return newestToken(shop, userId, 'reset_password');
}
