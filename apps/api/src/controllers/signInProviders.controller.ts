import { DEVICE_COOKIE } from '../kernel/cookies.ts';
import { requireIdentity } from '../kernel/identity.ts';
import type { Handlers } from '../kernel/route.ts';
import { presentBegun, presentIdentity } from '../presenters/signInProviders.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { signInProviderRoutes } from '../routes/signInProviders.routes.ts';
import type { SignInProvidersService } from '../services/signInProviders.service.ts';
import { created, ok } from '../utils/response.ts';
import { settleSignIn, type SignInServices } from './settleSignIn.controller.ts';
import { replySignIn } from './signInReply.controller.ts';

interface Services extends SignInServices {
  signInProviders: SignInProvidersService;
}

export function createSignInProvidersController(
  services: Services,
): Handlers<typeof signInProviderRoutes> {
  const { signInProviders } = services;
  return {
    listSignInProviders() {
      return Promise.resolve(ok(signInProviders.offered));
    },

    async startProviderSignIn(ctx, { params, body }) {
      const { redirectTo, mode } = body;
      const beginning = { providerId: params.provider, redirectTo, mode };
      return ok(presentBegun(await signInProviders.begin(ctx, beginning)));
    },

    async receiveProviderAnswer(ctx, { params, query }) {
      const given = Object.entries(query).filter(([, value]) => value !== undefined);
      const answer = Object.fromEntries(given) as Record<string, string>;
      const returned = { providerId: params.provider, answer };
      const Location = await signInProviders.receiveAnswer(ctx, returned);
      return { status: 303, headers: { Location } };
    },

    async exchangeProviderCode(ctx, { body, cookies }) {
      const { code, secret, cartId, deviceToken = cookies[DEVICE_COOKIE] } = body;
      const result = await signInProviders.exchange(ctx, { code, secret, deviceToken });
      if (result.status === 'signed_in') {
        await settleSignIn(services, ctx, result, { cartId, cookies });
      }
      return replySignIn(result);
    },

    async startProviderLink(ctx, { params, body }) {
      const { userId } = requireIdentity(ctx);
      const { redirectTo } = body;
      const beginning = { providerId: params.provider, redirectTo, userId };
      return ok(presentBegun(await signInProviders.begin(ctx, beginning)));
    },

    async listIdentities(ctx) {
      const identities = await signInProviders.identities(ctx, requireIdentity(ctx));
      return ok(identities.map(presentIdentity));
    },

    async addIdentity(ctx, { body }) {
      const identity = await signInProviders.addIdentity(ctx, requireIdentity(ctx), body);
      return created(presentIdentity(identity), `${API_BASE}/auth/identities`);
    },

    async removeIdentity(ctx, { params }) {
      await signInProviders.removeIdentity(ctx, requireIdentity(ctx), params.identityId);
      return ok({ status: 'removed' } as const);
    },
  };
}
