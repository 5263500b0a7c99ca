import { setTimeout as delay } from 'node:timers/promises';
import type { Response, Test } from 'supertest';
import { newId } from '../../src/kernel/ids.ts';
import { signInPerson } from '../helpers/people.ts';
import type { Line, SalesApp } from '../helpers/salesApp.ts';

/** The settings of the shop in which every scene succeeds. */
export const sceneSettings = {
  // Cards are authorized first, so that there is something to capture.
  STRIPE_CAPTURE_METHOD: 'manual',
  RATE_LIMIT_MAX: '0',
  GITHUB_CLIENT_ID: 'a client',
  GITHUB_CLIENT_SECRET: 'a secret',
};

/** The setup of every scene: a shop, and more variants than any scene needs. */
export interface Stage {
  readonly shop: SalesApp;
  readonly variantIds: readonly string[];
}

/**
 * Sends a request in a shop with `size` of everything that it reads or writes.
 * @returns the answer to that request.
 */
export type Scene = (stage: Stage, size: number) => PromiseLike<Response>;

/** By the operation's id; a second scene of the same operation has a suffix: "checkoutCart, …". */
export type Scenes = Readonly<Record<string, Scene>>;

/** `size` variants, one unit of each. */
export function goods({ variantIds }: Stage, size: number): Line[] {
  return variantIds.slice(0, size).map((variantId) => ({ variantId, quantity: 1 }));
}

/** The numbers from 1 to `size`. */
export function upTo(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index + 1);
}

/** A POST with a new key. */
export function post({ shop }: Stage, path: string, headers: Record<string, string> = {}): Test {
  return shop.api.post(`/api/v1${path}`).set({ 'Idempotency-Key': newId('request'), ...headers });
}

/**
 * Signs a customer in, and has the session be known before the request that counts: the notification
 * of a new customer, which comes a moment later, has an identity be forgotten.
 */
export async function signIn({ shop }: Stage) {
  const person = await signInPerson(shop.container);
  do {
    await shop.api.get('/api/v1/me').set(person.as).expect(200);
    await delay(50);
  } while (!shop.container.services.identity.isKnown(person.token));
  return person;
}
