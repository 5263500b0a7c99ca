import type { Context } from '../../kernel/context.ts';
import type { AuditDeps } from './deps.ts';
import type { SealSigner } from './sealSigner.ts';
import { selectSignatures } from './statements.ts';

/** A seal that the shop has not made, or that can no longer be verified. */
interface ForgedSeal {
  readonly number: number;
  readonly wrong: string;
}

interface SignatureReport {
  /** Seals that were looked at. */
  readonly examined: number;
  readonly forged: readonly ForgedSeal[];
}

/** Seals read at a time. */
const PAGE = 5000;

/** Verifies every seal's signature, which the database cannot do, since it does not know the key. */
export async function findForgedSeals(
  { signer }: AuditDeps,
  ctx: Context,
): Promise<SignatureReport> {
  const forged: ForgedSeal[] = [];
  let examined = 0;
  let oldestAllowed = Number.POSITIVE_INFINITY;
  for (let after = 0; signer.canVerify;) {
    const seals = await ctx.db.query(selectSignatures, { after, limit: PAGE });
    for (const seal of seals) {
      const rank = signer.rankOf(seal.keyId);
      const wrong = faultOf(signer, seal, rank, oldestAllowed);
      if (wrong) forged.push({ number: seal.number, wrong });
      else oldestAllowed = rank ?? oldestAllowed;
    }
    examined += seals.length;
    const last = seals.at(-1);
    if (!last || seals.length < PAGE) break;
    after = last.number;
  }
  return { examined, forged };
}

/** A secret that was replaced, perhaps because it leaked, no longer signs. */
function faultOf(
  signer: SealSigner,
  seal: Parameters<SealSigner['isRight']>[0],
  rank: number | undefined,
  oldestAllowed: number,
): string | undefined {
  if (rank === undefined) return `signed with the key ${seal.keyId}, which AUDIT_SECRETS lacks`;
  if (!signer.isRight(seal)) return 'the signature is not of the shop';
  return rank > oldestAllowed ? 'signed with a key that was replaced before' : undefined;
}
