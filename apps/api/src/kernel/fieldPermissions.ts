import type { Context } from './context.ts';
import type { Permission } from './permissions.ts';

/**
 * Members of staff's answers that need more than the permission of their route: each needs one of
 * these. By the schema's name in the API document; docs/security/README.md shows the same table.
 */
export const fieldPermissions = {
  StaffOrder: {
    email: ['customers:read'],
    billingAddress: ['customers:read'],
    shippingAddress: ['customers:read', 'shippingAddresses:read'],
    // The id of a guest's cart is the capability to it, and so to the address.
    cartId: ['customers:read'],
  },
  Customer: {
    note: ['customerNotes:read'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Permission[]>>>>;

/** The members that a permission opens: `StaffOrder.email`. */
export function fieldsOpenedBy(permission: string): string[] {
  return Object.entries(fieldPermissions).flatMap(([name, fields]) =>
    Object.entries<readonly string[]>(fields)
      .filter(([, needed]) => needed.includes(permission))
      .map(([member]) => `${name}.${member}`),
  );
}

/** Who reads an answer, as far as fields are concerned. */
export type Reader = Pick<Context, 'permissions'>;

type Fields = typeof fieldPermissions;

type Opened<Shape, Name extends keyof Fields> = {
  [Member in keyof Shape]: Member extends keyof Fields[Name] ? Shape[Member] | null : Shape[Member];
};

/** What of an answer its reader may see: members that they may not are null. */
export function openTo<Name extends keyof Fields, Shape extends object>(
  { permissions: held }: Reader,
  name: Name,
  shown: Shape,
): Opened<Shape, Name> {
  const needed: Readonly<Record<string, readonly string[]>> = fieldPermissions[name];
  const isOpen = (member: string) =>
    !held || (needed[member]?.some((one) => held.has(one)) ?? true);
  const entries = Object.entries(shown).map(([member, value]: [string, unknown]) => [
    member,
    isOpen(member) ? value : null,
  ]);
  return Object.fromEntries(entries) as Opened<Shape, Name>;
}
