import type { Recorder } from './recorder.ts';

interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly session: { readonly id: string };
}

const email = 'ada@example.com';
const password = 'correct horse battery staple';
const newPassword = 'seven purple umbrellas';
const newEmail = 'ada.lovelace@example.com';

/** The life of an account: registered, verified, signed in, changed, signed out. */
export async function record(recorder: Recorder): Promise<void> {
  await recorder.record('register', {
    body: { email, password, firstName: 'Ada', locale: 'en-US' },
  });
  await recorder.refused('register', 'password_too_weak', {
    body: { email: 'eve@example.com', password: 'aaaaaaaaaaaa' },
  });
  await recorder.record('resendVerification', { body: { email } });
  const token = await recorder.tokenFor(email, 'verify-email');
  await recorder.record('verifyEmail', { body: { token, password } });
  await recorder.refused('verifyEmail', 'invalid_token', { body: { token: 'a wrong token' } });
  await signIn(recorder, password);
  await recorder.refused('login', 'invalid_credentials', {
    body: { email, password: 'not the password' },
  });
  await recorder.record('forgotPassword', { body: { email } });
  await recordChanges(recorder);
}

const signIn = (recorder: Recorder, chosen: string) =>
  recorder.record<Session>('login', { body: { email, password: chosen } });

/** What can be changed of an account, and how its sessions end. */
async function recordChanges(recorder: Recorder): Promise<void> {
  const change = { currentPassword: password, newPassword };
  const link = await recorder.tokenFor(email, 'reset-password');
  await recorder.record('resetPassword', { body: { token: link, newPassword: password } });
  await recorder.refused('resetPassword', 'invalid_token', {
    body: { token: link, newPassword: password },
  });
  const first = await signIn(recorder, password);
  await recorder.refused('changePassword', 'wrong_password', {
    token: first.accessToken,
    body: { ...change, currentPassword: 'not the password' },
  });
  await recorder.record('changePassword', { token: first.accessToken, body: change });
  const { refreshToken, session } = await signIn(recorder, newPassword);
  const renewed = await recorder.record<Session>('refreshSession', { body: { refreshToken } });
  await recorder.refused('refreshSession', 'invalid_refresh_token', {
    body: { refreshToken: 'a wrong token' },
  });
  const mine = first.accessToken;
  await recorder.record('getAccount', { token: mine });
  await recorder.record('listSessions', { token: mine });
  await recorder.record('endSession', { token: mine, params: { sessionId: session.id } });
  await recorder.record('logout', { body: { refreshToken: renewed.refreshToken } });
  await recordSignOut(recorder);
  const wanted = { email: newEmail, password: newPassword };
  await recorder.record('changeEmail', { token: mine, body: wanted });
  const confirmation = await recorder.tokenFor(newEmail, 'change-email');
  await recorder.refused('confirmEmailChange', 'sign_in_required', {
    body: { token: confirmation },
  });
  await recorder.record('confirmEmailChange', {
    body: { token: confirmation, password: newPassword },
  });
  await recorder.refused('confirmEmailChange', 'invalid_token', {
    body: { token: 'a wrong token' },
  });
}

/** Ends all sessions of another account, whose token is of no further use. */
async function recordSignOut(recorder: Recorder): Promise<void> {
  const other = { email: 'grace@example.com', password };
  await recorder.record('register', { body: other });
  const { accessToken: token } = await recorder.record<Session>('login', { body: other });
  await recorder.refused('logoutAll', 'validation_failed', { token, query: { colour: 'red' } });
  await recorder.record('logoutAll', { token });
}
