import { postAuth } from '../helpers/accounts.ts';
import { SoftwareAuthenticator } from '../helpers/authenticator.ts';
import {
  addPasskey,
  challengeOf,
  codeOf,
  dataOf,
  newMember,
  newTotpMember,
} from '../helpers/factors.ts';
import { newId } from '../../src/kernel/ids.ts';
import { upTo, type Scenes, type Stage } from './scene.ts';

/** Someone with `size` passkeys, the first of which an authenticator has made. */
async function withPasskeys({ shop }: Stage, size: number) {
  const member = await newMember(shop);
  const authenticator = new SoftwareAuthenticator();
  const { passkey } = await addPasskey(shop, member, authenticator);
  const { userId } = member;
  await shop.ctx.db.prisma.passkey.createMany({
    data: upTo(size - 1).map((at) => ({
      id: newId('passkey'),
      userId,
      credentialId: Buffer.from(`${userId}.${at}`).toString('base64url'),
      publicKey: Buffer.from([0]),
      counter: 0,
      isBackedUp: false,
      name: 'Key',
    })),
  });
  return { ...member, authenticator, passkey };
}

/** Someone with an app, on `size` remembered devices. */
async function withDevices({ shop }: Stage, size: number) {
  const member = await newTotpMember(shop);
  const { userId } = member;
  const expiresAt = new Date(Date.now() + 86_400_000);
  const devices = upTo(size).map((at) => ({
    id: newId('rememberedDevice'),
    hash: `${userId}.${at}`,
    userId,
    expiresAt,
  }));
  await shop.ctx.db.prisma.rememberedDevice.createMany({ data: devices });
  return { ...member, deviceId: devices[0]?.id ?? '' };
}

const at = (path: string) => `/api/v1/auth/${path}`;

/** The requests of someone with second factors. */
export const scenes: Scenes = {
  async answerChallenge(stage, size) {
    const member = await withDevices(stage, size);
    const { token } = await challengeOf(stage.shop, member);
    return postAuth(stage.shop, 'challenge', { token, code: codeOf(member.secret) });
  },

  askForPasskeySignIn: ({ shop }) => postAuth(shop, 'passkeys/sign-in/options', {}),

  async signInByPasskey(stage, size) {
    const { authenticator } = await withPasskeys(stage, size);
    const options = dataOf<never>(await postAuth(stage.shop, 'passkeys/sign-in/options', {}));
    return postAuth(stage.shop, 'passkeys/sign-in', { passkey: authenticator.get(options) });
  },

  async askForStepUp(stage, size) {
    const { as } = await withPasskeys(stage, size);
    return postAuth(stage.shop, 'step-up/options', {}, as);
  },

  async stepUp(stage, size) {
    const { as, secret } = await withDevices(stage, size);
    return postAuth(stage.shop, 'step-up', { code: codeOf(secret) }, as);
  },

  async getFactors(stage, size) {
    const { as } = await withPasskeys(stage, size);
    return stage.shop.api.get(at('factors')).set(as);
  },

  async beginTotp(stage, size) {
    const { as } = await withPasskeys(stage, size);
    return postAuth(stage.shop, 'factors/totp', {}, as);
  },

  async confirmTotp(stage, size) {
    const { as } = await withPasskeys(stage, size);
    const begun = await postAuth(stage.shop, 'factors/totp', {}, as);
    const code = codeOf(dataOf<{ secret: string }>(begun).secret);
    return postAuth(stage.shop, 'factors/totp/confirm', { code }, as);
  },

  async removeTotp(stage, size) {
    const { as } = await withDevices(stage, size);
    return stage.shop.api.delete(at('factors/totp')).set(as);
  },

  async regenerateBackupCodes(stage, size) {
    const { as } = await withPasskeys(stage, size);
    return postAuth(stage.shop, 'factors/backup-codes', {}, as);
  },

  async askForPasskey(stage, size) {
    const { as } = await withPasskeys(stage, size);
    return postAuth(stage.shop, 'passkeys/options', {}, as);
  },

  async addPasskey(stage, size) {
    const { as } = await withPasskeys(stage, size);
    const options = dataOf<never>(await postAuth(stage.shop, 'passkeys/options', {}, as));
    const credential = new SoftwareAuthenticator().create(options);
    return postAuth(stage.shop, 'passkeys', { name: 'Phone', credential }, as);
  },

  async listPasskeys(stage, size) {
    const { as } = await withPasskeys(stage, size);
    return stage.shop.api.get(at('passkeys')).set(as);
  },

  async renamePasskey(stage, size) {
    const { as, passkey } = await withPasskeys(stage, size);
    return stage.shop.api
      .patch(at(`passkeys/${passkey.id}`))
      .set(as)
      .send({ name: 'Key ring' });
  },

  async removePasskey(stage, size) {
    const { as, passkey } = await withPasskeys(stage, size + 1);
    return stage.shop.api.delete(at(`passkeys/${passkey.id}`)).set(as);
  },

  async listRememberedDevices(stage, size) {
    const { as } = await withDevices(stage, size);
    return stage.shop.api.get(at('devices')).set(as);
  },

  async forgetDevice(stage, size) {
    const { as, deviceId } = await withDevices(stage, size);
    return stage.shop.api.delete(at(`devices/${deviceId}`)).set(as);
  },
};
