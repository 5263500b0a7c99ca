import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import type { AuditDeps } from './deps.ts';
import type { SealSigner } from './sealSigner.ts';
import {
  hashSeal,
  insertSeal,
  lockChain,
  sealEntries,
  selectHead,
  selectSeal,
} from './statements.ts';

/** The end of the chain: a copy of it proves that what came before is whole. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** Entries of one seal. */
const BATCH = 1000;
const NO_HASH = '0'.repeat(64);
/** So long may processes with the secrets before a rotation run beside those with the new one. */
const ROTATION_MS = 3_600_000;

/**
 * Seals every committed entry that has no seal yet, in batches. Entries that commit later get a later
 * seal. Sealers wait for one another; writers of entries wait for none.
 * Each new seal is logged, so that the log has a copy of the chain's end.
 * @returns the new seals.
 * @throws {Error} while other processes seal with a newer secret than this one has.
 */
export async function sealLog(deps: AuditDeps, ctx: Context): Promise<ChainHead[]> {
  const sealed: ChainHead[] = [];
  for (;;) {
    const batch = await inTransaction(ctx, (ctx) => sealBatch(deps, ctx));
    if (batch) {
      sealed.push(batch.head);
      const { number, hash } = batch.head;
      deps.logger?.info(`The audit log was sealed: ${number} ${hash}`);
    }
    if (!batch?.isFull) return sealed;
  }
}

async function sealBatch({ signer }: AuditDeps, ctx: Context) {
  await ctx.db.query(lockChain);
  // Another statement than the lock's, so that it sees what was committed during the wait.
  const [head] = await ctx.db.query(selectHead);
  if (head) refuseNewerKey(signer, head);
  const number = (head?.number ?? 0) + 1;
  const [batch] = await ctx.db.query(sealEntries, { number, limit: BATCH });
  if (!batch?.contentHash) return undefined;
  const { entries, contentHash } = batch;
  const seal = {
    number,
    previousHash: head?.hash ?? NO_HASH,
    entries,
    contentHash,
    keyId: signer.keyId(),
    createdAt: new Date(),
  };
  const [hashed] = await ctx.db.query(hashSeal, seal);
  if (!hashed) throw new Error(`The seal ${number} has no hash`);
  const { hash } = hashed;
  await ctx.db.execute(insertSeal, { ...seal, hash, signature: signer.sign(hash) });
  return { head: { number, hash }, isFull: entries === BATCH };
}

/**
 * A seal by an older secret behind one by a newer is a finding for ever (A4). After a while the unknown
 * secret is one that was lost, and the chain goes on.
 */
function refuseNewerKey(signer: SealSigner, head: { keyId: string; createdAt: Date }): void {
  const isRecent = Date.now() - head.createdAt.getTime() < ROTATION_MS;
  if (!isRecent || signer.rankOf(head.keyId) !== undefined) return;
  throw new Error(
    `The audit log was sealed with the key ${head.keyId}, which AUDIT_SECRETS lacks. Add its secret.`,
  );
}

/** Whether the chain has this seal. */
export async function hasSeal(ctx: Context, { number, hash }: ChainHead): Promise<boolean> {
  return (await ctx.db.query(selectSeal, { number, hash })).length > 0;
}
