import { Secret, TOTP } from 'otpauth';
import type supertest from 'supertest';
import { asBearer, postAuth, verifiedAccount } from './accounts.ts';
import type { TestApp } from './app.ts';
import type { SoftwareAuthenticator } from './authenticator.ts';

type Shop = Pick<TestApp, 'api' | 'ctx' | 'container'>;

/** The headers of a request as someone. */
type Headers = Readonly<Record<string, string>>;

/** Someone who is signed in, in a session that has proved nothing but the password. */
interface Member {
  readonly email: string;
  readonly password: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly as: Headers;
}

/** The same with an authenticator app. */
export interface TotpMember extends Member {
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

/** Someone with a verified account, signed in. */
export async function newMember(shop: Shop): Promise<Member> {
  const account = await verifiedAccount(shop);
  return { ...account, sessionId: account.session.id, as: asBearer(account) };
}

/** Someone who has added an authenticator app. */
export async function newTotpMember(shop: Shop): Promise<TotpMember> {
  const member = await newMember(shop);
  const { secret } = dataOf<{ secret: string }>(
    await postAuth(shop, 'factors/totp', {}, member.as),
  );
  const code = codeOf(secret);
  const answer = await postAuth(shop, 'factors/totp/confirm', { code }, member.as).expect(200);
  const { backupCodes } = dataOf<{ backupCodes: string[] }>(answer);
  await forgetSteps(shop, member);
  return { ...member, secret, backupCodes };
}

/** A code of the app, some steps from now. */
export function codeOf(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}

/** Lets the code of now count again, since no test waits for the next. */
export async function forgetSteps(
  { ctx }: Pick<Shop, 'ctx'>,
  { userId }: Pick<Member, 'userId'>,
): Promise<void> {
  await ctx.db.prisma.totpSecret.updateMany({ where: { userId }, data: { lastStep: null } });
}

/** Adds a passkey to the account of someone who is signed in. @returns the backup codes. */
export async function addPasskey(
  shop: Pick<Shop, 'api'>,
  { as }: Pick<Member, 'as'>,
  authenticator: SoftwareAuthenticator,
): Promise<{ passkey: { id: string }; backupCodes: string[] | null }> {
  const options = dataOf<never>(await postAuth(shop, 'passkeys/options', {}, as).expect(200));
  const credential = authenticator.create(options);
  const answer = await postAuth(shop, 'passkeys', { name: 'Phone', credential }, as).expect(201);
  return dataOf(answer);
}

/** What a sign-in waits for. */
interface Challenge {
  readonly token: string;
  readonly factors: readonly string[];
  readonly passkey?: never;
}

/** Signs in as far as the password leads. */
export async function challengeOf(
  shop: Pick<Shop, 'api'>,
  { email, password }: Pick<Member, 'email' | 'password'>,
  more: object = {},
): Promise<Challenge> {
  const answer = await postAuth(shop, 'login', { email, password, ...more }).expect(200);
  return dataOf<{ challenge: Challenge }>(answer).challenge;
}

export function dataOf<Data>({ body }: { readonly body: { readonly data: Data } }): Data {
  return body.data;
}

export function codeOfProblem({ body }: supertest.Response): string | undefined {
  return (body as { code?: string }).code;
}

/** Gives someone an authenticator app that no one has. */
export async function addTotp({ db }: TestApp['ctx'], userId: string): Promise<void> {
  await db.prisma.totpSecret.create({
    data: { userId, secret: 'unknown', confirmedAt: new Date() },
  });
}
