import { customerPermissions, staffPermissions } from './permissions.ts';

/**
 * The staff permissions of each built-in role: names, `resource:*`, `*:action`, or `*` for all. A later
 * domain's permissions belong to the roles whose patterns they match; others are listed here.
 */
export const staffPatterns = {
  support: ['*:read', 'orders:cancel', 'orders:refund', 'creditAccounts:write'],
  catalogue_manager: [
    'products:*',
    'media:*',
    'inventory:*',
    'imports:*',
    'orders:read',
    'setup:read',
  ],
  fulfilment: ['orders:read', 'orders:capture', 'shippingAddresses:read', 'inventory:*'],
  finance: [
    'orders:read',
    'orders:capture',
    'orders:refund',
    'disputes:*',
    'creditAccounts:*',
    'workflows:*',
  ],
  admin: ['*'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Roles that hold everything that they may hold; no one changes the owner's. */
export const ownerRole = 'owner';
/** The role of each customer, which no one is granted. */
export const customerRole = 'customer';

/** What an admin cannot do: say who owns the shop. */
const OWNERS_ONLY: ReadonlySet<string> = new Set(['owners:write']);
/** Read by none but admins and owners unless a shop adds it: what tells of staff and machines. */
const CONFIDENTIAL: ReadonlySet<string> = new Set(['roles:read', 'staff:read', 'audit:read']);

/** The permissions of each built-in role before a shop changes it. */
export const defaultPermissions: ReadonlyMap<string, readonly string[]> = new Map<
  string,
  readonly string[]
>([
  [customerRole, customerPermissions],
  ...Object.entries(staffPatterns).map(
    ([name, patterns]) => [name, matchesOf(name, patterns)] as const,
  ),
  [ownerRole, staffPermissions],
]);

function matchesOf(role: string, patterns: readonly string[]): string[] {
  const matching = staffPermissions.filter((permission) =>
    patterns.some((pattern) => matches(pattern, permission)),
  );
  const isWithheld = role === 'admin' ? OWNERS_ONLY : CONFIDENTIAL;
  return matching.filter((permission) => !isWithheld.has(permission));
}

/** Whether a pattern covers a permission. */
export function matches(pattern: string, permission: string): boolean {
  if (pattern === '*' || pattern === permission) return true;
  const [resource, action] = permission.split(':');
  return pattern === `${resource}:*` || pattern === `*:${action}`;
}

/** A role as it is stored. */
export interface StoredRole {
  readonly name: string;
  readonly builtIn: boolean;
  readonly permissions: readonly string[];
  /** Of a built-in role: its defaults that the shop has taken out. */
  readonly withheld: readonly string[];
}

/** What a role allows. A permission that no domain has any longer allows nothing. */
export function permissionsOf({ name, builtIn, permissions, withheld }: StoredRole): string[] {
  if (!builtIn) return [...permissions];
  const defaults = defaultPermissions.get(name) ?? [];
  if (name === ownerRole) return [...defaults];
  return [...new Set([...defaults, ...permissions])].filter((one) => !withheld.includes(one));
}

/** How a built-in role is stored that allows exactly these. */
export function differenceFromDefaults(name: string, wanted: readonly string[]) {
  const defaults = defaultPermissions.get(name) ?? [];
  return {
    permissions: wanted.filter((permission) => !defaults.includes(permission)),
    withheld: defaults.filter((permission) => !wanted.includes(permission)),
  };
}
