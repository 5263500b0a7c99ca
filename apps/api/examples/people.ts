import { createContainer } from '../src/container.ts';
import { loadConfigWithKeys } from '../src/processes/keys.ts';
import { signInPerson } from '../tests/helpers/people.ts';

/**
 * Signs a customer in at a running shop.
 * @param env where the shop is: its data folder, its database, its public address.
 * @returns the headers of the session, and the customer's id.
 */
export async function signIn(
  env: Readonly<Record<'DATA_DIR' | 'DATABASE_URL' | 'PUBLIC_URL', string>>,
) {
  const container = await createContainer(await loadConfigWithKeys(env));
  try {
    return await signInPerson(container, { email: 'grace@example.com' });
  } finally {
    await container.close();
  }
}
