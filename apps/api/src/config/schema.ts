import { z } from 'zod';
import { access } from './variables/access.ts';
import { database } from './variables/database.ts';
import { http } from './variables/http.ts';
import { limits } from './variables/limits.ts';
import { internal } from './variables/internal.ts';
import { mail } from './variables/mail.ts';
import { process } from './variables/process.ts';
import { secrets } from './variables/secrets.ts';
import { shop } from './variables/shop.ts';
import { signIn } from './variables/signIn.ts';
import { storage } from './variables/storage.ts';
import { stripe } from './variables/stripe.ts';
import { vat } from './variables/vat.ts';
import { documentation, type VariableDoc } from './variables/variableDoc.ts';

/** Every environment variable that Cartwright reads. Others in the environment are ignored. */
export const environment = z.object({
  ...process,
  ...database,
  ...http,
  ...limits,
  ...storage,
  ...secrets,
  ...access,
  ...signIn,
  ...stripe,
  ...mail,
  ...shop,
  ...vat,
  ...internal,
});

/** The environment after validation: defaults that depend on nothing else are filled in. */
export type Environment = z.output<typeof environment>;

/** A variable's documentation. @throws when it has none, which a unit test rules out. */
export function docOf(name: string): VariableDoc {
  const schema = Object.entries(environment.shape).find(([key]) => key === name)?.[1];
  const doc = schema && documentation.get(schema);
  if (!doc) throw new Error(`The variable ${name} is not documented`);
  return doc;
}
