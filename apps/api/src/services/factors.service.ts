import { withDeps } from '../utils/withDeps.ts';
import { askForSignIn, askForStepUp } from './factors/askPasskey.ts';
import { answerChallenge, judgeSignIn } from './factors/challenges.ts';
import { regenerateCodes } from './factors/changeFactors.ts';
import type { FactorsDeps } from './factors/deps.ts';
import { listDevices, rememberDevice, removeDevice } from './factors/devices.ts';
import { findFactors } from './factors/findFactors.ts';
import {
  addPasskey,
  askForPasskey,
  listPasskeys,
  removePasskey,
  renamePasskey,
} from './factors/managePasskeys.ts';
import { beginTotp, confirmTotp, removeTotp } from './factors/manageTotp.ts';
import { purgeFactors } from './factors/purgeFactors.ts';
import { removeAll } from './factors/removeAll.ts';
import { resetFactors } from './factors/resetFactors.ts';
import { stepUp } from './factors/stepUp.ts';
import { verifySignIn } from './factors/verifySignIn.ts';

export type { FactorChallenge } from './factors/challenges.ts';
export type { RememberedDevice } from './factors/devices.ts';
export type { Factors } from './factors/findFactors.ts';
export type { Passkey } from './factors/managePasskeys.ts';
export type { PendingTotp } from './factors/manageTotp.ts';

export type FactorsService = ReturnType<typeof createFactorsService>;

/** Second factors: authenticator apps, passkeys, backup codes, and devices that are remembered. */
export function createFactorsService(deps: FactorsDeps) {
  return {
    find: findFactors,
    passkeys: listPasskeys,
    renamePasskey,
    devices: listDevices,
    removeAll,
    purge: purgeFactors,
    ...withDeps(deps, {
      beginTotp,
      rememberDevice,
      removeDevice,
      confirmTotp,
      removeTotp,
      regenerateCodes,
      askForPasskey,
      addPasskey,
      removePasskey,
      askForSignIn,
      verifySignIn,
      judgeSignIn,
      answerChallenge,
      askForStepUp,
      stepUp,
      reset: resetFactors,
    }),
  };
}
