import { createHash } from 'node:crypto';
import { newId, randomText } from '../../src/kernel/ids.ts';
import { asBearer, logIn, postAuth, registerAccount } from '../helpers/accounts.ts';
import { signInPerson } from '../helpers/people.ts';
import { upTo, type Scenes, type Stage } from './scene.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** A sign-in that has come back from the provider. */
async function returned({ shop }: Stage, userId: string | null = null) {
  const [code, secret, subject] = [randomText(32), randomText(32), randomText(10)];
  const issuer = 'https://github.com';
  await shop.ctx.db.prisma.providerSignIn.create({
    data: {
      stateHash: randomText(32),
      provider: 'github',
      secretHash: hashOf(secret),
      userId,
      mode: 'bearer',
      redirectTo: 'http://shop.test/',
      returnedAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
      codeHash: hashOf(code),
      person: {
        issuer,
        subject,
        email: `${subject}@example.com`,
        isEmailVerified: true,
        isAuthoritative: false,
      },
    },
  });
  return { code, secret };
}

/** A person with `size` providers. */
async function withIdentities({ shop }: Stage, size: number) {
  const person = await signInPerson(shop.container);
  const { userId } = person;
  await shop.ctx.db.prisma.userIdentity.createMany({
    data: upTo(size + 1).map(() => ({
      id: newId('identity'),
      userId,
      provider: 'github',
      issuer: 'https://github.com',
      subject: randomText(10),
    })),
  });
  return person;
}

/** The requests of someone who signs in with a provider. */
export const scenes: Scenes = {
  listSignInProviders: ({ shop }) => shop.api.get('/api/v1/auth/providers'),

  startProviderSignIn: ({ shop }) => postAuth(shop, 'providers/github/start', {}),

  receiveProviderAnswer: ({ shop }) =>
    shop.api.get('/api/v1/auth/providers/github/callback?state=unknown'),

  exchangeProviderCode: async (stage) =>
    postAuth(stage.shop, 'providers/exchange', await returned(stage)),

  async startProviderLink({ shop }) {
    const session = await logIn(shop, await registerAccount(shop));
    return postAuth(shop, 'providers/github/link', {}, asBearer(session));
  },

  async listIdentities(stage, size) {
    const { as } = await withIdentities(stage, size);
    return stage.shop.api.get('/api/v1/auth/identities').set(as);
  },

  async addIdentity(stage, size) {
    const { as, userId } = await withIdentities(stage, size);
    return postAuth(stage.shop, 'identities', await returned(stage, userId), as);
  },

  async removeIdentity(stage, size) {
    const { as, userId } = await withIdentities(stage, size);
    const { id } = await stage.shop.ctx.db.prisma.userIdentity.findFirstOrThrow({
      where: { userId },
    });
    return stage.shop.api.delete(`/api/v1/auth/identities/${id}`).set(as);
  },
};
