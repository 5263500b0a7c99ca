import { DEVICE_COOKIE } from '../kernel/cookies.ts';
import { requireIdentity } from '../kernel/identity.ts';
import type { Handlers } from '../kernel/route.ts';
import {
  presentAddedFactor,
  presentFactors,
  presentPasskey,
  presentPendingTotp,
  presentRememberedDevice,
} from '../presenters/factors.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { factorRoutes } from '../routes/factors.routes.ts';
import type { AuthService } from '../services/auth.service.ts';
import type { FactorsService } from '../services/factors.service.ts';
import { created, ok } from '../utils/response.ts';
import { settleSignIn, type SignInServices } from './settleSignIn.controller.ts';
import { replySession, replySignIn } from './signInReply.controller.ts';

interface Services extends SignInServices {
  auth: AuthService;
  factors: FactorsService;
}

const removed = ok({ status: 'removed' } as const);

/** @param stepUpSeconds how long a step-up counts. */
export function createFactorsController(
  services: Services,
  stepUpSeconds: number,
): Handlers<typeof factorRoutes> {
  const { auth, factors } = services;
  return {
    async answerChallenge(ctx, { body, cookies }) {
      const { token, rememberDevice, cartId, deviceToken, ...answer } = body;
      const device = { rememberDevice, deviceToken: deviceToken ?? cookies[DEVICE_COOKIE] };
      const opened = await auth.answerChallenge(ctx, { token, answer, ...device });
      await settleSignIn(services, ctx, opened, { cartId, cookies });
      return replySession(opened);
    },

    async askForPasskeySignIn(ctx) {
      return ok({ ...(await factors.askForSignIn(ctx)) });
    },

    async signInByPasskey(ctx, { body, cookies }) {
      const { passkey, mode, cartId, deviceToken = cookies[DEVICE_COOKIE] } = body;
      const result = await auth.signInByPasskey(ctx, { passkey, mode, deviceToken });
      if (result.status === 'signed_in') {
        await settleSignIn(services, ctx, result, { cartId, cookies });
      }
      return replySignIn(result);
    },

    async askForStepUp(ctx) {
      return ok({ ...(await factors.askForStepUp(ctx, requireIdentity(ctx))) });
    },

    async stepUp(ctx, { body }) {
      await factors.stepUp(ctx, requireIdentity(ctx), body);
      return ok({ status: 'stepped_up', expiresIn: stepUpSeconds } as const);
    },

    async getFactors(ctx) {
      return ok(presentFactors(await factors.find(ctx, requireIdentity(ctx))));
    },

    async beginTotp(ctx) {
      return ok(presentPendingTotp(await factors.beginTotp(ctx, requireIdentity(ctx))));
    },

    async confirmTotp(ctx, { body }) {
      return ok(
        presentAddedFactor(await factors.confirmTotp(ctx, requireIdentity(ctx), body.code)),
      );
    },

    async removeTotp(ctx) {
      await factors.removeTotp(ctx, requireIdentity(ctx));
      return removed;
    },

    async regenerateBackupCodes(ctx) {
      return ok({ backupCodes: await factors.regenerateCodes(ctx, requireIdentity(ctx)) });
    },

    async askForPasskey(ctx) {
      return ok({ ...(await factors.askForPasskey(ctx, requireIdentity(ctx))) });
    },

    async addPasskey(ctx, { body }) {
      const { name, credential: response } = body;
      const added = await factors.addPasskey(ctx, requireIdentity(ctx), { name, response });
      const passkey = presentPasskey(added.passkey);
      const data = { passkey, ...presentAddedFactor(added.backupCodes) };
      return created(data, `${API_BASE}/auth/passkeys/${passkey.id}`);
    },

    async listPasskeys(ctx) {
      const passkeys = await factors.passkeys(ctx, requireIdentity(ctx));
      return ok(passkeys.map(presentPasskey));
    },

    async renamePasskey(ctx, { params, body }) {
      const change = { id: params.passkeyId, name: body.name };
      return ok(presentPasskey(await factors.renamePasskey(ctx, requireIdentity(ctx), change)));
    },

    async removePasskey(ctx, { params }) {
      await factors.removePasskey(ctx, requireIdentity(ctx), params.passkeyId);
      return removed;
    },

    async listRememberedDevices(ctx) {
      const devices = await factors.devices(ctx, requireIdentity(ctx));
      return ok(devices.map(presentRememberedDevice));
    },

    async forgetDevice(ctx, { params }) {
      await factors.removeDevice(ctx, requireIdentity(ctx), params.deviceId);
      return removed;
    },
  };
}
