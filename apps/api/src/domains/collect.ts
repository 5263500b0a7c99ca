import type { Domain } from './defineDomain.ts';

/** The members of a domain that are records by name. */
type Collectable = 'idPrefixes' | 'errors' | 'tags' | 'events' | 'busEvents' | 'ownPermissions';

type RecordsOf<D, M extends Collectable> = D extends { readonly [K in M]: infer R } ? R : never;
type NamesOf<R> = R extends unknown ? keyof R : never;
type ValueOf<R, Name extends PropertyKey> = R extends { readonly [K in Name]: infer V } ? V : never;

/** One record of what several domains declare: every name with the type of its value. */
type Collected<D, M extends Collectable> = {
  readonly [Name in NamesOf<RecordsOf<D, M>>]: ValueOf<RecordsOf<D, M>, Name>;
};

/**
 * Merges what the domains declare under one member.
 * @throws when two domains declare the same name.
 */
export function collect<D extends Domain, M extends Collectable>(
  domains: readonly D[],
  member: M,
): Collected<D, M> {
  const entries = domains.flatMap((domain) => Object.entries<unknown>(domain[member] ?? {}));
  assertUnique(
    entries.map(([name]) => name),
    member,
  );
  return Object.fromEntries(entries) as Collected<D, M>;
}

/** @throws when a list contains a name twice. */
export function assertUnique(names: readonly string[], what: string): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`${what}: "${repeated}" is declared twice`);
}
