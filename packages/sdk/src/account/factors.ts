import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';
import type { PasskeyAssertion, PasskeyRequestOptions } from './passkeyTypes.ts';

type Schemas = components['schemas'];

export type SecondFactors = Schemas['SecondFactors'];
export type PendingTotp = Schemas['PendingTotp'];
export type RememberedDevice = Schemas['RememberedDevice'];

/** How a shopper proves again who they are. The password is for those without a second factor. */
export type StepUp = { code: string } | { passkey: PasskeyAssertion } | { password: string };
type StepUpBody = operations['stepUp']['requestBody']['content']['application/json'];

/**
 * Second factors, and the devices that need none. Calls that change them are refused with
 * `factor_required` when the sign-in is not fresh: `stepUp`, then repeat.
 */
export function createFactors(api: Api) {
  return {
    async get(options: CallOptions = {}): Promise<SecondFactors> {
      return (await unwrap(api.GET('/api/v1/auth/factors', initOf(options)))).data;
    },

    /** Begins adding an authenticator app: show the QR code, then `confirmTotp` with the app's code. */
    async beginTotp(options: PostOptions = {}): Promise<PendingTotp> {
      return (await unwrap(api.POST('/api/v1/auth/factors/totp', initOf(options)))).data;
    },

    /**
     * @returns backup codes for those who had none: show them once.
     * @throws {CartwrightProblem} factor_invalid
     */
    async confirmTotp(code: string, options: PostOptions = {}): Promise<string[] | null> {
      const init = { body: { code }, ...initOf(options) };
      return (await unwrap(api.POST('/api/v1/auth/factors/totp/confirm', init))).data.backupCodes;
    },

    async removeTotp(options: CallOptions = {}): Promise<void> {
      await unwrap(api.DELETE('/api/v1/auth/factors/totp', initOf(options)));
    },

    /** Ten new backup codes; earlier ones are void. */
    async newBackupCodes(options: PostOptions = {}): Promise<string[]> {
      const call = api.POST('/api/v1/auth/factors/backup-codes', initOf(options));
      return (await unwrap(call)).data.backupCodes;
    },

    /** The options for a passkey that proves again who the shopper is. */
    async stepUpOptions(options: PostOptions = {}): Promise<PasskeyRequestOptions> {
      const call = api.POST('/api/v1/auth/step-up/options', initOf(options));
      return (await unwrap(call)).data as unknown as PasskeyRequestOptions;
    },

    /**
     * Proves again who the shopper is, where a call was refused with `factor_required`.
     * @returns for how many seconds it counts.
     * @throws {CartwrightProblem} factor_invalid
     */
    async stepUp(proof: StepUp, options: PostOptions = {}): Promise<number> {
      const init = { body: proof as StepUpBody, ...initOf(options) };
      return (await unwrap(api.POST('/api/v1/auth/step-up', init))).data.expiresIn;
    },

    devices: {
      /** Those that sign in without a second factor. */
      async list(options: CallOptions = {}): Promise<RememberedDevice[]> {
        return (await unwrap(api.GET('/api/v1/auth/devices', initOf(options)))).data;
      },

      async forget(deviceId: string, options: CallOptions = {}): Promise<void> {
        const init = { params: { path: { deviceId } }, ...initOf(options) };
        await unwrap(api.DELETE('/api/v1/auth/devices/{deviceId}', init));
      },
    },
  };
}
