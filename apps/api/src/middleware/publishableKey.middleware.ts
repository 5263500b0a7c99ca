import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../kernel/errors.ts';
import type { Caller } from '../kernel/identity.ts';
import { isStaffPermission } from '../kernel/permissions.ts';
import type { RequestContext, Route } from '../kernel/route.ts';
import type { ApiKeysService, LiveKey } from '../services/apiKeys.service.ts';

/** The header of a storefront's key. */
const HEADER = 'x-publishable-key';

/** What knows of storefronts' keys, and whether one is required. */
export interface Storefronts {
  readonly apiKeys: Pick<ApiKeysService, 'publishableKey' | 'knownPublishable'>;
  readonly isKeyRequired: boolean;
}

/**
 * Checks the publishable key of a request, where it has one or must have one: shoppers' requests, where
 * the shop requires it.
 * @throws {AppError} publishable_key_required, unauthorized, origin_not_allowed
 */
export async function admitStorefront(
  { apiKeys, isKeyRequired }: Storefronts,
  { permission }: Pick<Route, 'permission'>,
  caller: Caller,
  headers: IncomingHttpHeaders,
): Promise<Pick<RequestContext, 'salesChannel'>> {
  if (isStaffPermission(permission)) return {};
  const given = headers[HEADER];
  if (typeof given !== 'string') {
    const isShopper = caller.kind === 'guest' || caller.kind === 'user';
    if (!isKeyRequired || !isShopper) return {};
    const message = 'Send the key of your storefront in the header X-Publishable-Key.';
    throw new AppError('publishable_key_required', message);
  }
  const key = await apiKeys.publishableKey(given);
  if (!key) throw new AppError('unauthorized', 'The publishable key is not valid.');
  if (!allows(key, headers.origin)) {
    const message = `Pages of ${headers.origin} may not use this publishable key.`;
    throw new AppError('origin_not_allowed', message);
  }
  return key.salesChannel === null ? {} : { salesChannel: key.salesChannel };
}

/** Whether a request surely is admitted, without a look into the database. */
export function isSurelyAdmitted(
  { apiKeys, isKeyRequired }: Storefronts,
  headers: IncomingHttpHeaders,
): boolean {
  const given = headers[HEADER];
  if (typeof given !== 'string') return !isKeyRequired;
  const key = apiKeys.knownPublishable(given);
  return key !== undefined && allows(key, headers.origin);
}

/** Only browsers say from which origin they call; a server's request has none. */
function allows({ origins }: LiveKey, origin: string | undefined): boolean {
  return origins.length === 0 || origin === undefined || origins.includes(origin);
}
