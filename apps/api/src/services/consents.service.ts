import { withDeps } from '../utils/withDeps.ts';
import { importConsents } from './consents/importConsents.ts';
import { readOwnConsents, setOwnConsents } from './consents/ownConsents.ts';
import {
  answerSignUp,
  confirmSubscription,
  subscribe,
  type ConsentsDeps,
} from './consents/subscribe.ts';
import { newsletterToken } from './consents/tokens.ts';
import { marketingTerms, unsubscribe } from './consents/unsubscribe.ts';

export type { Consent } from './consents/record.ts';
export type ConsentsService = ReturnType<typeof createConsentsService>;

/** Who has agreed to newsletters, and the proof of it. */
export function createConsentsService(deps: ConsentsDeps) {
  return {
    own: readOwnConsents,
    setOwn: setOwnConsents,
    /** The token in the mail that asks for the confirmation of a sign-up. */
    confirmTokenOf: (requestId: string) => newsletterToken(deps.secret, 'confirm', requestId),
    ...withDeps(deps, {
      subscribe,
      answerSignUp,
      confirm: confirmSubscription,
      unsubscribe,
      marketingTerms,
      import: importConsents,
    }),
  };
}
