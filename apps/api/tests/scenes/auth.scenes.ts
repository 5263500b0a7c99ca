import {
  asBearer,
  logIn,
  newEmail,
  PASSWORD,
  postAuth,
  registerAccount,
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

  getAccount: async (stage, size) =>
    stage.shop.api.get('/api/v1/auth/me').set(asBearer(await signIn(stage, size))),
};
