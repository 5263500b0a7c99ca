import type { Core } from './core.ts';
import { money } from './currencies.ts';
import { listFields, listPage } from './list.ts';
import { readParams } from './params.ts';
import type { PaymentIntent, SetupIntent } from './types.ts';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
  table { border-collapse: collapse; width: 100% }
  td, th { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd }
  code { font-size: .9em } button { font: inherit; padding: .2rem .7rem; margin-right: .3rem }
`;

/** Each button posts to a control and reloads; the header keeps other sites from doing so. */
const SCRIPT = `
  document.addEventListener('click', async (event) => {
    const control = event.target.dataset?.control;
    if (!control) return;
    const response = await fetch('/_sandbox' + control, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Sandbox-Control': '1' },
      body: event.target.dataset.body ?? '{}',
    });
    if (response.ok) location.reload();
    else alert((await response.json()).error.message);
  });
`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body><h1>${title}</h1>${body}</body></html>`;

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** The dashboard's actions on a payment, by its status. */
const BUTTONS: Readonly<
  Record<string, readonly [label: string, control: string, body?: string][]>
> = {
  requires_payment_method: [['Cancel', 'cancel']],
  requires_confirmation: [['Cancel', 'cancel']],
  requires_action: [
    ['Authenticate', 'authenticate', '{"outcome":"complete"}'],
    ['Fail authentication', 'authenticate', '{"outcome":"fail"}'],
  ],
  requires_capture: [
    ['Capture', 'capture'],
    ['Cancel', 'cancel'],
  ],
  processing: [['Settle now', 'settle']],
  succeeded: [
    ['Refund', 'refund'],
    ['Dispute', 'dispute'],
  ],
};

/** The recent payments, newest first, with their actions. */
export function dashboardPage(core: Core): string {
  const query = { ...readParams(listFields, new Map()), limit: 50 };
  const { data } = listPage(core.store, 'payment_intent', '/v1/payment_intents', query);
  const rows = data.map(rowOf).join('');
  const endpoint = escapeHtml(core.webhooks.endpoint()?.url ?? 'none');
  return page(
    'Payments in the sandbox',
    `<p>Webhook endpoint: <code>${endpoint}</code>. No money moves here.</p>
     <table><tr><th>Created</th><th>Payment</th><th>Amount</th><th>Status</th><th></th></tr>${rows}</table>
     <script>${SCRIPT}</script>`,
  );
}

function rowOf(intent: PaymentIntent): string {
  const buttons = (BUTTONS[intent.status] ?? [])
    .map(
      ([label, control, body]) =>
        `<button data-control="/payment_intents/${intent.id}/${control}" data-body="${escapeHtml(body ?? '{}')}">${label}</button>`,
    )
    .join('');
  const created = new Date(intent.created * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return `<tr><td>${created}</td><td><code>${intent.id}</code></td><td>${money(intent.amount, intent.currency)}</td><td>${intent.status}</td><td>${buttons}</td></tr>`;
}

/** The page in place of the bank's 3-D Secure page. */
export function authenticationPage(intent: PaymentIntent | SetupIntent): string {
  const isSetup = intent.object === 'setup_intent';
  if (intent.status !== 'requires_action') {
    const [title, it] = isSetup ? ['Card', 'card'] : ['Payment', 'payment'];
    return page(title, `<p>This ${it} has the status <code>${intent.status}</code>.</p>`);
  }
  const what = isSetup ? 'that this card is saved' : money(intent.amount, intent.currency);
  return page(
    isSetup ? 'Confirm your card' : 'Confirm your payment',
    `<p>This page stands for your bank's. Do you confirm ${what}?</p>
         <form method="post"><button name="outcome" value="complete">Complete</button><button name="outcome" value="fail">Fail</button></form>`,
  );
}
