import { createContainer, type Container } from '../src/container.ts';
import { loadConfigWithKeys } from '../src/processes/keys.ts';
import { signInPerson } from '../tests/helpers/people.ts';

/** Where a running shop is: its data folder, its database, its public address. */
export type ShopPlace = Readonly<Record<'DATA_DIR' | 'DATABASE_URL' | 'PUBLIC_URL', string>>;

/** Does something with the services of a running shop that its API does not offer. */
export async function withShopAt<T>(
  place: ShopPlace,
  work: (container: Container) => Promise<T>,
): Promise<T> {
  const container = await createContainer(await loadConfigWithKeys(place));
  try {
    return await work(container);
  } finally {
    await container.close();
  }
}

/**
 * Signs a customer in at a running shop.
 * @returns the headers of the session, and the customer's id.
 */
export function signIn(place: ShopPlace, email = 'grace@example.com') {
  return withShopAt(place, (container) => signInPerson(container, { email }));
}

/** Gives a person an authenticator app that no one has. */
export function addAuthenticator(place: ShopPlace, userId: string): Promise<unknown> {
  const data = { userId, secret: 'unknown', confirmedAt: new Date() };
  return withShopAt(place, ({ database }) => database.prisma.totpSecret.create({ data }));
}
