import { createHmac } from 'node:crypto';
import { AppError } from '../../kernel/errors.ts';
import type { OrdersDeps, UnpaidLimits } from './deps.ts';

/** The unpaid orders that there are already, as far as they were counted. */
export interface Unpaid {
  readonly count: number;
  /** When the first of them expires; null when none does. */
  readonly seconds: number | null;
}

/**
 * Counts unpaid orders that hold goods, up to a limit (0: not at all).
 * @param whose a condition on `o`, the order.
 */
export const unpaidSql = (whose: string, limit: string) => `
  SELECT json_build_object('count', count(*),
    'seconds', ceil(extract(epoch FROM min(expires_at) - now()))::int)
  FROM (
    SELECT o.expires_at FROM orders o
    WHERE ${limit}::int > 0 AND ${whose} AND o.payment_status IN ('unpaid', 'failed')
      AND o.status IN ('pending', 'confirmed') AND o.fulfillment_status = 'unfulfilled'
    LIMIT ${limit}::int
  ) AS unpaid`;

/**
 * The stored hash of a client's address; null when no limit needs it. It is keyed, so that it does
 * not reveal the address, and equal addresses have equal hashes.
 */
export function hashClientAddress(
  { secret, unpaidLimits }: OrdersDeps,
  address: string | undefined,
): string | null {
  if (address === undefined || unpaidLimits.perAddress === 0) return null;
  return createHmac('sha256', secret).update(`client:${address}`).digest('base64url');
}

/** Used when none of them expires. */
const LATER_SECONDS = 3600;

/** @throws {AppError} rate_limited when as many as may be are there. */
export function refuseTooManyUnpaid(
  limits: UnpaidLimits,
  { ofAddress, ofEmail }: { ofAddress: Unpaid; ofEmail: Unpaid },
): void {
  const cases = [
    { limit: limits.perEmail, unpaid: ofEmail, path: 'email', whose: 'with this e-mail address' },
    { limit: limits.perAddress, unpaid: ofAddress, path: 'client', whose: 'from this address' },
  ];
  for (const { limit, unpaid, path, whose } of cases) {
    if (limit === 0 || unpaid.count < limit) continue;
    const message = `There are already ${limit} unpaid orders ${whose}. Pay or cancel one of them, or wait until one expires.`;
    throw new AppError('rate_limited', message, {
      errors: [{ path, code: 'too_many_unpaid_orders', message: `has ${limit} unpaid orders` }],
      retryAfterSeconds: Math.max(1, unpaid.seconds ?? LATER_SECONDS),
    });
  }
}
