import { createCartwright, type Cartwright, type SessionOptions } from '../../src/index.ts';
import { fragmentFor, tokenOf } from './caughtMails.ts';
import type { DemoShop } from './demoShop.ts';

export const password = 'correct horse battery';
let people = 0;

/** An address that no other test has. */
export const newEmail = () => `${process.pid}.${Date.now()}.${++people}@example.com`;

/** A client whose shopper has registered and signed in. */
export async function newShopper({ base }: DemoShop, session: SessionOptions = {}) {
  const shop = createCartwright({ baseUrl: base, session });
  const email = newEmail();
  await shop.auth.register({ email, password, firstName: 'Ada' });
  await shop.auth.signIn({ email, password });
  return { shop, email };
}

/** The same with a verified address. */
export async function newMember(
  running: DemoShop,
): Promise<{ readonly shop: Cartwright; readonly email: string }> {
  const { shop, email } = await newShopper(running);
  const token = tokenOf(await fragmentFor(running, email, 'verify-email'));
  await shop.auth.verifyEmail({ token });
  return { shop, email };
}
