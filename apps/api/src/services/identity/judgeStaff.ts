import type { Identity } from '../../kernel/identity.ts';
import type { IdentityRow } from './statements.ts';

const DAY_MS = 86_400_000;

type StaffStatus = Pick<Identity, 'isStaff' | 'factorDueAt' | 'staffLock'>;

/**
 * What a person is among the staff. Who has a second factor must have given it in this very session:
 * one that was opened before the factor was added has only ever proved a password.
 * @param graceDays null for ever.
 */
export function judgeStaff(
  { hasFactor, factorAt, staffSince }: IdentityRow,
  graceDays: number | null,
): StaffStatus {
  if (staffSince === null) return { isStaff: false, factorDueAt: null, staffLock: null };
  if (hasFactor) {
    return { isStaff: true, factorDueAt: null, staffLock: factorAt === null ? 'factor' : null };
  }
  if (graceDays === null) return { isStaff: true, factorDueAt: null, staffLock: null };
  const factorDueAt = new Date(staffSince.getTime() + graceDays * DAY_MS);
  const isOverdue = factorDueAt.getTime() <= Date.now();
  return { isStaff: true, factorDueAt, staffLock: isOverdue ? 'enrolment' : null };
}
