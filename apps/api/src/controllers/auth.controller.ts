import { DEVICE_COOKIE, REFRESH_COOKIE } from '../kernel/cookies.ts';
import { AppError } from '../kernel/errors.ts';
import { requireFreshFactor } from '../kernel/freshFactor.ts';
import { requireIdentity } from '../kernel/identity.ts';
import type { Handlers } from '../kernel/route.ts';
import { presentSession, presentUser } from '../presenters/auth.presenter.ts';
import type { authRoutes } from '../routes/auth.routes.ts';
import type { AuthService } from '../services/auth.service.ts';
import type { IdentityService } from '../services/identity.service.ts';
import { accepted, ok } from '../utils/response.ts';
import { settleSignIn, type SignInServices } from './settleSignIn.controller.ts';
import {
  endedSessionCookies,
  replyPassword,
  replySession,
  replySignIn,
} from './signInReply.controller.ts';

interface Services extends SignInServices {
  auth: AuthService;
  identity: Pick<IdentityService, 'csrfTokenOf'>;
}

const onItsWay = { status: 'accepted' } as const;
const done = { status: 'done' } as const;
const signedOut = { status: 'signed_out' } as const;

export function createAuthController(services: Services): Handlers<typeof authRoutes> {
  const { auth, identity } = services;
  return {
    async register(ctx, { body }) {
      await auth.register(ctx, body);
      return accepted(onItsWay);
    },

    async login(ctx, { body, cookies }) {
      const { cartId, deviceToken = cookies[DEVICE_COOKIE], ...login } = body;
      const result = await auth.logIn(ctx, { ...login, deviceToken });
      if (result.status === 'signed_in') {
        await settleSignIn(services, ctx, result, { cartId, cookies });
      }
      return replySignIn(result);
    },

    async refreshSession(ctx, { body, cookies }) {
      const token = body.refreshToken ?? cookies[REFRESH_COOKIE];
      if (token === undefined) throw missingToken();
      return replySession(await auth.refresh(ctx, token));
    },

    async logout(ctx, { body, cookies }) {
      const refreshToken = body.refreshToken ?? cookies[REFRESH_COOKIE];
      await auth.logOut(ctx, { sessionId: ctx.identity?.sessionId, refreshToken });
      return { ...ok(signedOut), cookies: endedSessionCookies };
    },

    async logoutAll(ctx) {
      await auth.endAllSessions(ctx, requireIdentity(ctx).userId);
      return { ...ok(signedOut), cookies: endedSessionCookies };
    },

    async listSessions(ctx) {
      const { userId, sessionId } = requireIdentity(ctx);
      const sessions = await auth.sessions(ctx, userId);
      return ok(sessions.map((session) => presentSession(session, sessionId)));
    },

    async endSession(ctx, { params: { sessionId } }) {
      const { userId, sessionId: own } = requireIdentity(ctx);
      if (sessionId !== own) requireFreshFactor(ctx);
      await auth.endSession(ctx, { userId, sessionId });
      return ok(signedOut);
    },

    async changePassword(ctx, { body }) {
      const change = { ...body, identity: requireIdentity(ctx) };
      return replyPassword((await auth.changePassword(ctx, change)).deviceToken);
    },

    async changeEmail(ctx, { body }) {
      await auth.beginEmailChange(ctx, { ...body, identity: requireIdentity(ctx) });
      return accepted(onItsWay);
    },

    async confirmEmailChange(ctx, { body }) {
      await auth.completeEmailChange(ctx, { ...body, userId: ctx.identity?.userId });
      return ok(done);
    },

    async verifyEmail(ctx, { body, cookies }) {
      const refreshToken = cookies[REFRESH_COOKIE];
      const userId = ctx.identity?.userId ?? (await auth.userOf(ctx, refreshToken));
      return ok(await auth.verifyEmail(ctx, { ...body, userId }));
    },

    async resendVerification(ctx, { body: { email } }) {
      await auth.requestMail(ctx, {
        purpose: 'verify_email',
        email,
        userId: ctx.identity?.userId,
      });
      return accepted(onItsWay);
    },

    async forgotPassword(ctx, { body: { email } }) {
      await auth.requestMail(ctx, {
        purpose: 'reset_password',
        email,
        userId: ctx.identity?.userId,
      });
      return accepted(onItsWay);
    },

    async resetPassword(ctx, { body }) {
      return replyPassword((await auth.resetPassword(ctx, body)).deviceToken);
    },

    async getAccount(ctx) {
      const { sessionId, permissions } = requireIdentity(ctx);
      const account = await auth.account(ctx, { sessionId });
      return ok({
        user: presentUser(account),
        session: presentSession(account, sessionId),
        permissions: [...permissions].sort(),
        ...(account.mode === 'cookie' && { csrfToken: identity.csrfTokenOf(sessionId) }),
      });
    },
  };
}

function missingToken(): AppError {
  const message = 'is required, unless the session has a cookie';
  return new AppError('validation_failed', `refreshToken: ${message}.`, {
    errors: [{ path: 'refreshToken', code: 'required', message }],
  });
}
