import type { Request } from 'express';
import { AppError } from '../kernel/errors.ts';
import type { Caller } from '../kernel/identity.ts';
import { cleanAddress } from '../utils/clientAddress.ts';
import { holdsPermission, type Gate } from './auth.middleware.ts';

/** With it a storefront's server names the address of the buyer for whom it asks. */
export const BUYER_ADDRESS = 'x-buyer-address';

interface CallerAddress {
  /** Undefined when the connection is closed. */
  readonly address: string | undefined;
  /** Whether it is what the caller says, and not where the request comes from. */
  readonly isNamed: boolean;
}

/**
 * The address that counts for a request: what the caller names, if it holds `buyers:address`, or where
 * the request comes from. From anyone else the header has no effect, as an untrusted X-Forwarded-For.
 * @throws {AppError} validation_failed when one who may name an address names none.
 */
export function addressOf(
  gate: Pick<Gate, 'identity'>,
  req: Request,
  caller: Caller,
): CallerAddress {
  const named = req.get(BUYER_ADDRESS);
  if (named === undefined || !holdsPermission(gate, caller, 'buyers:address')) {
    return { address: req.ip, isNamed: false };
  }
  const address = cleanAddress(named);
  if (address !== undefined) return { address, isNamed: true };
  const message = 'must be an IPv4 or IPv6 address';
  throw new AppError('validation_failed', `X-Buyer-Address ${message}.`, {
    errors: [{ path: `header.${BUYER_ADDRESS}`, code: 'invalid_format', message }],
  });
}
