import { createHash } from 'node:crypto';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { randomText } from '../../kernel/ids.ts';
import { acceptBackupCode } from './statements.ts';

const COUNT = 10;
/** Of five bits each: 120, so that a plain hash suffices (OWASP ASVS 6.5.2). */
const CHARS = 24;

const PURPOSE = 'cartwright/backup-code/v1';

/**
 * Replaces the codes of a person, in the transaction of the change.
 * @returns the new ones, which are stored nowhere.
 */
export async function issueCodes({ db }: Context, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, () => randomText(CHARS));
  await db.prisma.backupCode.deleteMany({ where: { userId } });
  await db.prisma.backupCode.createMany({
    data: codes.map((code) => ({ hash: hashCode(userId, code), userId })),
  });
  return codes.map((code) => code.replaceAll(/.{4}(?=.)/g, '$&-'));
}

/** Uses a code up, if it is one of the person's. @returns whether it was. */
export function useBackupCode(ctx: Context, userId: string, code: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const hash = hashCode(userId, normalCode(code));
    const [used] = await ctx.db.query(acceptBackupCode, { hash, userId });
    if (!used) return false;
    const at = new Date().toISOString();
    await emit(ctx, 'factor.backup_code_used', { userId, at, left: used.left });
    return true;
  });
}

/**
 * A plain SHA-256 suffices: 120 random bits cannot be guessed, however fast the hash. A key would add
 * nothing but the day on which it is rotated and every code is void.
 */
function hashCode(userId: string, code: string): string {
  return createHash('sha256').update(`${PURPOSE}\0${userId}\0${code}`).digest('base64url');
}

/** As it was issued, whatever was typed for it: the alphabet has no o, i and l. */
function normalCode(text: string): string {
  return text.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
}
