import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ExternalPerson } from '../../ports/identityProvider.ts';
import { hashOf } from './secrets.ts';
import { lockSubject, takeReturned } from './statements.ts';

/** What the page has: the code of the address, and what its client kept. */
export interface CodeAndSecret {
  readonly code: string;
  readonly secret: string;
}

/**
 * Takes the person behind a code, in the open transaction, and holds back others who sign in as the same.
 * @param userId who adds the provider to the account; null for a sign-in.
 * @throws {AppError} sign_in_code_invalid
 */
export async function takePerson(
  { db }: Context,
  { code, secret }: CodeAndSecret,
  userId: string | null,
) {
  const hashes = { codeHash: hashOf(code), secretHash: hashOf(secret) };
  const [taken] = await db.query(takeReturned, { ...hashes, userId });
  if (!taken) {
    const message = 'The code is not valid, has been used or is too old. Begin the sign-in again.';
    throw new AppError('sign_in_code_invalid', message);
  }
  // It was written by receiveAnswer alone.
  const person = taken.person as ExternalPerson;
  const { issuer, subject } = person;
  await db.query(lockSubject, { subject: JSON.stringify([issuer, subject]) });
  const where = { issuer_subject: { issuer, subject } };
  const known = await db.prisma.userIdentity.findUnique({ where });
  return { provider: taken.provider, mode: taken.mode, person, known: known ?? undefined };
}
