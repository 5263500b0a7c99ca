import type { Db } from '../db/client.ts';

/** Who acts. A guest is known only by the capability in the request (a cart's id, an order's token). */
export type Actor =
  | { kind: 'guest' }
  | { kind: 'customer'; id: string }
  | { kind: 'staff'; id: string }
  /** A server, by its secret key. */
  | { kind: 'apiKey'; id: string }
  /** Who holds `ADMIN_API_KEY`, the key for emergencies: no person, and no key that staff made. */
  | { kind: 'adminKey' }
  /** A payment provider, by its name. */
  | { kind: 'provider'; id: string }
  | { kind: 'system'; id: string };

/** What every use case takes first: the database or the open transaction, who acts, and for which request. */
export interface Context {
  readonly db: Db;
  readonly actor: Actor;
  readonly requestId: string;
  /** What the caller may do; undefined for the shop itself and the admin key, which may do everything. */
  readonly permissions?: ReadonlySet<string>;
  /** When those of them end that the caller has not for an unlimited time. */
  readonly permissionEnds?: ReadonlyMap<string, Date>;
  /** Whether a signed-in person has proved a short while ago who it is; undefined for all others. */
  readonly isProved?: boolean;
  /** Where the storefront sells whose publishable key came along; missing in the default channel. */
  readonly salesChannel?: string;
  /** Where a request comes from; IPv6 addresses of one network are one. Missing where there is none. */
  readonly clientAddress?: string;
  /** Of a job: aborted when its worker stops. A long job then hands itself back to the queue. */
  readonly stopping?: AbortSignal;
}

/** The context of a use case outside any transaction. */
export function createContext(db: Db, actor: Actor, requestId: string): Context {
  return { db, actor, requestId };
}

/** The customer who acts, where the route's permission lets no one else in. @throws when it did. */
export function customerIdOf({ actor }: Context): string {
  if (actor.kind !== 'customer') throw new Error(`A ${actor.kind} is no customer`);
  return actor.id;
}

/** Who did it, for the history: what kind of person, or which provider. */
export function actorName(actor: Actor): string {
  return actor.kind === 'provider' ? actor.id : actor.kind;
}

/** Who acts, as `created_by` names them. */
export function creatorOf(actor: Actor): string {
  if (!('id' in actor)) return actor.kind;
  return `${actor.kind === 'staff' ? 'user' : actor.kind}:${actor.id}`;
}
