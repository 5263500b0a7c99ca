import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { IdempotencyDeps } from './deps.ts';
import type { HeldRequest, KeptAnswer, KeyedRequest } from './keyedRequest.ts';
import { findKey, storeReply } from './statements.ts';

type StoreDeps = Pick<IdempotencyDeps, 'encryption'>;

/** What is known of a key, with the answer to be given again if there is one. */
interface KnownKey {
  readonly fingerprint: string;
  readonly answer?: KeptAnswer;
}

/** @throws {AppError} idempotency_key_reused for an answer that can no longer be read. */
export async function findKeptAnswer(
  { encryption }: StoreDeps,
  ctx: Context,
  request: KeyedRequest,
): Promise<KnownKey | undefined> {
  const { principal, route, key, isSecret } = request;
  const [found] = await ctx.db.query(findKey, { principal, route, key });
  if (!found) return undefined;
  const { fingerprint, status, headers, body: kept } = found;
  if (status === null) return { fingerprint };
  const body =
    isSecret && kept !== null ? encryption.decrypt(kept, placeOf(request)) : (kept ?? '');
  if (body === undefined) {
    throw new AppError(
      'idempotency_key_reused',
      "The request with this Idempotency-Key was answered, but the stored answer cannot be decrypted, since the shop's secret has changed.",
    );
  }
  return { fingerprint, answer: { status, headers: headers ?? {}, body } };
}

/** @returns false when the key is another's by now: theirs is the answer. */
export async function storeAnswer(
  { encryption }: StoreDeps,
  ctx: Context,
  { request, answer }: { request: HeldRequest; answer: KeptAnswer },
): Promise<boolean> {
  const { principal, route, key, fingerprint, holder, isSecret } = request;
  const stored = await ctx.db.execute(storeReply, {
    principal,
    route,
    key,
    fingerprint,
    holder,
    status: answer.status,
    headers: JSON.stringify(answer.headers),
    body: isSecret ? encryption.encrypt(answer.body, placeOf(request)) : answer.body,
  });
  return stored > 0;
}

/** Binds the encryption to the row: an answer that was moved to another one cannot be decrypted. */
function placeOf({ principal, route, key }: KeyedRequest): string {
  return JSON.stringify([principal, route, key]);
}
