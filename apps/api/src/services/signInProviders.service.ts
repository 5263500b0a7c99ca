import { withDeps } from '../utils/withDeps.ts';
import { begin } from './signInProviders/begin.ts';
import type { SignInProvidersDeps } from './signInProviders/deps.ts';
import { exchange } from './signInProviders/exchange.ts';
import {
  addIdentity,
  dropUnproved,
  listIdentities,
  removeIdentity,
} from './signInProviders/identities.ts';
import { purge } from './signInProviders/purge.ts';
import { receiveAnswer } from './signInProviders/receiveAnswer.ts';

export type { BegunSignIn } from './signInProviders/begin.ts';
export type { UserIdentity } from './signInProviders/identities.ts';

export type SignInProvidersService = ReturnType<typeof createSignInProvidersService>;

/** Sign-in with others: OpenID Connect and GitHub. */
export function createSignInProvidersService(deps: SignInProvidersDeps) {
  return {
    /** What a page has buttons for. */
    offered: deps.providers.map(({ id, name }) => ({ id, name })),
    purge,
    dropUnproved,
    ...withDeps(deps, {
      begin,
      receiveAnswer,
      exchange,
      identities: listIdentities,
      addIdentity,
      removeIdentity,
    }),
  };
}
