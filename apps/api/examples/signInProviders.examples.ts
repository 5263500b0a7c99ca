import { startGitHub } from './gitHub.ts';
import type { Recorder } from './recorder.ts';

interface Begun {
  readonly url: string;
  readonly secret: string;
}

const params = { provider: 'github' };
const page = { redirectTo: 'https://shop.example.com/signed-in' };

/** The browser is at GitHub, which sends it back. @returns what it then has in its address. */
async function visit({ url }: Begun): Promise<Record<string, string>> {
  const { headers } = await fetch(url, { redirect: 'manual' });
  return Object.fromEntries(new URL(headers.get('location') ?? '').searchParams);
}

/** Goes to GitHub and comes back. @returns what the page exchanges. */
async function comeBack(recorder: Recorder, begun: Begun) {
  const query = await visit(begun);
  const { headers } = await recorder.ask('receiveProviderAnswer', { params, query });
  const fragment = new URL(headers.get('location') ?? '').hash.slice(1);
  const code = new URLSearchParams(fragment).get('code') ?? '';
  recorder.rename(code, 'Zt1vY0bR7cWfHkPq2sDn4xLm8aEj6uGo3iBy5hKtVwN');
  return { code, secret: begun.secret };
}

/** Signs in with GitHub, adds another account there, and removes it. */
export async function record(recorder: Recorder): Promise<void> {
  const gitHub = await startGitHub();
  await recorder.record('listSignInProviders');
  await recorder.refused('startProviderSignIn', 'redirect_not_allowed', {
    params,
    body: { redirectTo: 'https://shop.example.com@evil.example/' },
  });
  const begun = await recorder.record<Begun>('startProviderSignIn', { params, body: page });
  const query = await visit(begun);
  recorder
    .rename(query['code'] ?? '', '9d1f2c7ab04e63f85d21')
    .rename(query['state'] ?? '', 'kX3mQ9vT5bLr2WcYz8NfGd7HsJp4RtUe6AoViK1yBwM');
  await recorder.record('receiveProviderAnswer', { params, query });
  await recorder.refused('receiveProviderAnswer', 'validation_failed', {
    params,
    query: { state: 'x'.repeat(5000) },
  });
  const again = await recorder.ask<Begun>('startProviderSignIn', { params, body: page });
  const body = await comeBack(recorder, again.body.data);
  const { accessToken: token } = await recorder.record<{ accessToken: string }>(
    'exchangeProviderCode',
    { body },
  );
  await recorder.refused('exchangeProviderCode', 'sign_in_code_invalid', { body });
  const [own] = await recorder.record<{ id: string }[]>('listIdentities', { token });
  await recorder.refused('removeIdentity', 'last_sign_in_method', {
    params: { identityId: own?.id ?? '' },
    token,
  });
  gitHub.user = { ...gitHub.user, id: 583_232 };
  const link = await recorder.record<Begun>('startProviderLink', { params, body: page, token });
  const { id } = await recorder.record<{ id: string }>('addIdentity', {
    body: await comeBack(recorder, link),
    token,
  });
  await recorder.record('removeIdentity', { params: { identityId: id }, token });
}
