import { Secret, TOTP } from 'otpauth';
import { SoftwareAuthenticator } from '../tests/helpers/authenticator.ts';
import type { Recorder } from './recorder.ts';

interface Session {
  readonly accessToken: string;
}

interface Challenge {
  readonly challenge: { readonly token: string };
}

const person = { email: 'joan@example.com', password: 'a moth in the relay' };

const codeOf = (secret: string, steps: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

/** Second factors: an app is added and asked for, then a passkey, and all is removed. */
export async function record(recorder: Recorder): Promise<void> {
  await recorder.record('register', { body: person });
  const link = await recorder.tokenFor(person.email, 'verify-email');
  const { password } = person;
  await recorder.record('verifyEmail', { body: { token: link, password } });
  const { accessToken: token } = await recorder.record<Session>('login', { body: person });
  await recorder.refused('regenerateBackupCodes', 'factor_missing', { token });
  await addApp(recorder, token);
  const passkey = await usePasskeys(recorder, token);
  await recorder.record('regenerateBackupCodes', { token });
  await recorder.record('getFactors', { token });
  await recorder.record('removePasskey', { token, params: { passkeyId: passkey } });
  await recorder.record('removeTotp', { token });
}

async function addApp(recorder: Recorder, token: string): Promise<void> {
  const { secret } = await recorder.record<{ secret: string }>('beginTotp', { token });
  await recorder.refused('confirmTotp', 'factor_invalid', { token, body: { code: '000000' } });
  // Each code counts once: the earlier step first.
  const first = codeOf(secret, -1);
  const { backupCodes } = await recorder
    .rename(first, '492039')
    .record<{ backupCodes: string[] }>('confirmTotp', { token, body: { code: first } });
  await recorder.refused('beginTotp', 'factor_exists', { token });
  const [code = ''] = backupCodes;
  const second = codeOf(secret, 0);
  recorder.rename(second, '130482');
  await recorder.record('stepUp', { token, body: { code: second } });
  await answer(recorder, { code, rememberDevice: true });
  const [device] = await recorder.record<{ id: string }[]>('listRememberedDevices', { token });
  await recorder.record('forgetDevice', { token, params: { deviceId: device?.id ?? '' } });
}

async function answer(recorder: Recorder, given: object): Promise<void> {
  const { challenge } = (await recorder.ask<Challenge>('login', { body: person })).body.data;
  await recorder.refused('answerChallenge', 'factor_invalid', {
    body: { token: challenge.token, code: '000000' },
  });
  await recorder.record('answerChallenge', { body: { token: challenge.token, ...given } });
  await recorder.refused('answerChallenge', 'challenge_void', {
    body: { token: challenge.token, code: '000000' },
  });
}

/** @returns the id of a passkey. */
async function usePasskeys(recorder: Recorder, token: string): Promise<string> {
  const authenticator = new SoftwareAuthenticator({ origin: 'https://shop.example.com' });
  const options = await recorder.record<never>('askForPasskey', { token });
  const credential = authenticator.create(options);
  const { passkey } = await recorder.record<{ passkey: { id: string } }>('addPasskey', {
    token,
    body: { name: 'Phone', credential },
  });
  const params = { passkeyId: passkey.id };
  await recorder.record('listPasskeys', { token });
  await recorder.record('renamePasskey', { token, params, body: { name: 'Key ring' } });
  await recorder.record('askForStepUp', { token });
  const asked = await recorder.record<never>('askForPasskeySignIn');
  const body = { passkey: authenticator.get(asked) };
  await recorder.record('signInByPasskey', { body });
  await recorder.refused('signInByPasskey', 'factor_invalid', { body });
  return passkey.id;
}
