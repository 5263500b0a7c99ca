import type { Recorder } from './recorder.ts';

interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const person = { email: 'ada@example.com', password: 'correct horse battery staple' };

/** The life of an account: registered, signed in, refreshed, signed out. */
export async function record(recorder: Recorder): Promise<void> {
  await recorder.record('register', { body: { ...person, firstName: 'Ada', locale: 'en-US' } });
  const { accessToken } = await recorder.record<Session>('login', { body: person });
  await recorder.refused('login', 'invalid_credentials', {
    body: { ...person, password: 'not the password' },
  });
  await recorder.record('getAccount', { token: accessToken });
  const { refreshToken } = await recorder.record<Session>('login', { body: person });
  const { refreshToken: next } = await recorder.record<Session>('refreshSession', {
    body: { refreshToken },
  });
  await recorder.refused('refreshSession', 'invalid_refresh_token', {
    body: { refreshToken: 'a token that is not known' },
  });
  await recorder.record('logout', { body: { refreshToken: next } });
}
