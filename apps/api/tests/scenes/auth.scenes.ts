import {
  asBearer,
  askForReset,
  logIn,
  newEmail,
  newestToken,
  PASSWORD,
  postAuth,
  registerAccount,
  verifiedAccount,
} from '../helpers/accounts.ts';
import { upTo, type Scenes, type Stage } from './scene.ts';

/** A session of an account that has `size` of them. */
async function signIn({ shop }: Stage, size: number) {
  const account = await registerAccount(shop);
  const sessions = await Promise.all(upTo(size).map(() => logIn(shop, account)));
  return sessions[0] ?? logIn(shop, account);
}

/** The requests of someone with an account. */
export const scenes: Scenes = {
  register: ({ shop }) => postAuth(shop, 'register', { email: newEmail(), password: PASSWORD }),

  async login({ shop }) {
    const { email, password } = await registerAccount(shop);
    return postAuth(shop, 'login', { email, password });
  },

  async refreshSession(stage, size) {
    const { refreshToken } = await signIn(stage, size);
    return postAuth(stage.shop, 'refresh', { refreshToken });
  },

  logout: async (stage, size) =>
    postAuth(stage.shop, 'logout', {}, asBearer(await signIn(stage, size))),

  async logoutAll(stage, size) {
    return postAuth(stage.shop, 'logout-all', {}, asBearer(await signIn(stage, size)));
  },

  listSessions: async (stage, size) =>
    stage.shop.api.get('/api/v1/auth/sessions').set(asBearer(await signIn(stage, size))),

  async endSession(stage, size) {
    const signedIn = await signIn(stage, size);
    return stage.shop.api
      .delete(`/api/v1/auth/sessions/${signedIn.session.id}`)
      .set(asBearer(signedIn));
  },

  async changePassword(stage, size) {
    const body = { currentPassword: PASSWORD, newPassword: 'a new password of words' };
    return postAuth(stage.shop, 'change-password', body, asBearer(await signIn(stage, size)));
  },

  async changeEmail(stage, size) {
    const body = { email: newEmail(), password: PASSWORD };
    return postAuth(stage.shop, 'change-email', body, asBearer(await signIn(stage, size)));
  },

  async confirmEmailChange({ shop }) {
    const account = await verifiedAccount(shop);
    const body = { email: newEmail(), password: PASSWORD };
    await postAuth(shop, 'change-email', body, asBearer(account)).expect(202);
    const token = await newestToken(shop, account.userId, 'change_email');
    return postAuth(shop, 'change-email/confirm', { token, password: PASSWORD });
  },

  async verifyEmail({ shop }) {
    const { userId } = await registerAccount(shop);
    const token = await newestToken(shop, userId, 'verify_email');
    return postAuth(shop, 'verify-email', { token });
  },

  resendVerification: ({ shop }) => postAuth(shop, 'verify-email/resend', { email: newEmail() }),

  forgotPassword: ({ shop }) => postAuth(shop, 'forgot-password', { email: newEmail() }),

  async resetPassword({ shop }) {
    const token = await askForReset(shop, await verifiedAccount(shop));
    return postAuth(shop, 'reset-password', { token, newPassword: 'a new password of words' });
  },

  getAccount: async (stage, size) =>
    stage.shop.api.get('/api/v1/auth/me').set(asBearer(await signIn(stage, size))),
};
