import type { z } from 'zod';
import type { Subscriber } from '../events/defineSubscriber.ts';
import type { Mail } from '../mails/defineMail.ts';

export type TagGroup = 'Storefront' | 'Staff' | 'Machines';

/**
 * Who holds a permission on their own: each who signs in, each customer, those with a proved address,
 * or each member of staff.
 */
export type Holder = 'user' | 'customer' | 'verified' | 'staff';

/** A part of the API as a reader of its document meets it. */
export interface TagDefinition {
  readonly group: TagGroup;
  readonly description: string;
}

/**
 * What every layer may know of a domain. Wiring (routes, jobs) belongs to a higher layer: see
 * defineWiring.ts.
 */
export interface Domain {
  /** The prefix of each kind of id: `{ order: 'ord' }`. */
  readonly idPrefixes?: Readonly<Record<string, string>>;
  /** Kinds whose id is itself a secret, and carries more random bits. */
  readonly secretIds?: readonly string[];
  /** Status and title of each error code. */
  readonly errors?: Readonly<Record<string, readonly [status: number, title: string]>>;
  /** What staff may be allowed to do: `<resource>:<verb>`. */
  readonly permissions?: readonly `${string}:${string}`[];
  /** What people may do with what is theirs, `<resource>:<verb>`, and who of them. */
  readonly ownPermissions?: Readonly<Record<`${string}:${string}`, Holder>>;
  readonly tags?: Readonly<Record<string, TagDefinition>>;
  /** The schema of each durable event, by its name (noun.verb). */
  readonly events?: Readonly<Record<string, z.ZodType>>;
  /** What is done about events, its own or another domain's. */
  readonly subscribers?: readonly Subscriber[];
  /** The mails that events send; what they say is wiring. */
  readonly mails?: readonly Mail[];
  /** Whether it moves money or stock: then a crash at each of its steps is tested (tests/crash). */
  readonly movesMoney?: true;
  /** The schema of each message of the in-process bus. */
  readonly busEvents?: Readonly<Record<string, z.ZodType>>;
}

/** Declares a domain and keeps the literal types, so that unions of names derive from them. */
export function defineDomain<const D extends Domain>(domain: D): D {
  return domain;
}
