import { withDeps } from '../utils/withDeps.ts';
import { completeSetup, syncSetup } from './paymentMethods/completeSetup.ts';
import type { PaymentMethodsDeps } from './paymentMethods/deps.ts';
import { listSaved } from './paymentMethods/findSaved.ts';
import { purgeSetups } from './paymentMethods/purgeSetups.ts';
import { syncMethod } from './paymentMethods/syncMethod.ts';
import { detachMethod, removeMethod } from './paymentMethods/removeMethod.ts';
import { requireOffSessionConsent } from './paymentMethods/requireOffSessionConsent.ts';
import { setDefault } from './paymentMethods/setDefault.ts';
import { startSetup } from './paymentMethods/startSetup.ts';

export type { SavedMethod } from './paymentMethods/findSaved.ts';
export type { StartedSetup } from './paymentMethods/startSetup.ts';

export type PaymentMethodsService = ReturnType<typeof createPaymentMethodsService>;

/** Cards that customers save at a payment provider, with what they agreed to. */
export function createPaymentMethodsService(deps: PaymentMethodsDeps) {
  return {
    list: listSaved,
    setDefault,
    purgeSetups,
    requireOffSessionConsent,
    ...withDeps(deps, {
      startSetup,
      completeSetup,
      remove: removeMethod,
      detach: detachMethod,
      syncSetup,
      syncMethod,
    }),
  };
}
