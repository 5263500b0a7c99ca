import type { IncomingMessage, ServerResponse } from 'node:http';
import { internalCall } from './core.ts';
import type { Call, Core } from './core.ts';
import { authenticationPage } from './pages.ts';
import { oneOf, plainText, readParams, required } from './params.ts';
import { authenticate } from './paymentConfirmation.ts';
import { accessibleIntent } from './paymentIntentInputs.ts';
import { authenticateSetup } from './setupConfirmation.ts';
import { accessibleSetup } from './setupIntents.ts';
import type { Target } from './target.ts';
import type { PaymentIntent, SetupIntent } from './types.ts';
import { readBody, readForm, sendPage } from './wire.ts';

const fields = { outcome: required(oneOf('complete', 'fail')), client_secret: plainText };

/** GET shows the page; POST `outcome=complete|fail` is what its buttons send. */
export async function handleAuthentication(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  { path, query }: Target,
): Promise<void> {
  const call = { ...internalCall(core), publishable: true };
  const id = decodeURIComponent(path.slice('/authenticate/'.length));
  const secret = new URLSearchParams(query).get('client_secret') ?? undefined;
  const intent = visibleIntent(call, id, secret);
  if (request.method !== 'POST') {
    sendPage(response, authenticationPage(intent));
    return;
  }
  const form = readForm(request, query, await readBody(request));
  const passed = readParams(fields, form).outcome === 'complete';
  const returnUrl = intent.next_action?.redirect_to_url?.return_url ?? null;
  const after = core.store.transaction(() =>
    intent.object === 'setup_intent'
      ? authenticateSetup(call, id, passed)
      : authenticate(call, id, passed),
  );
  if (returnUrl === null) {
    sendPage(response, authenticationPage(after));
    return;
  }
  response.writeHead(303, { Location: returnAddress(returnUrl, after) }).end();
}

const visibleIntent = (
  call: Call,
  id: string,
  secret: string | undefined,
): PaymentIntent | SetupIntent =>
  id.startsWith('seti_') ? accessibleSetup(call, id, secret) : accessibleIntent(call, id, secret);

/** Where the customer goes back to, with the result in the query. */
function returnAddress(returnUrl: string, intent: PaymentIntent | SetupIntent): string {
  const location = new URL(returnUrl);
  location.searchParams.set(intent.object, intent.id);
  location.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '');
  const passed = intent.status === 'succeeded' || intent.status === 'requires_capture';
  location.searchParams.set('redirect_status', passed ? 'succeeded' : 'failed');
  return location.href;
}
