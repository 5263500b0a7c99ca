import { setTimeout as delay } from 'node:timers/promises';
import type { Stripe } from './stripe.ts';

const ATTEMPT_MS = 10_000;
const PAUSE_MS = 300;

interface SeenIntent {
  id: string;
  status: string;
}
interface StripeAnswer extends Partial<SeenIntent> {
  error?: { type: string; code?: string };
}

/** What Stripe.js does in a shopper's browser. */
export interface Browser {
  /** Confirms a payment. @returns its state at Stripe, or "declined". */
  pay(clientSecret: string, method: string): Promise<string>;
  /** The step at the bank that a payment asks for. @returns its state at Stripe. */
  authenticate(clientSecret: string, outcome: 'complete' | 'fail'): Promise<string>;
}

/** @param over aborts when retries are to end. */
export function createBrowser(stripe: Stripe, over: AbortSignal): Browser {
  const headers = { Authorization: `Bearer ${stripe.publishableKey}` };

  async function ask(path: string, form?: Record<string, string>): Promise<StripeAnswer> {
    for (;;) {
      try {
        const answer = await fetch(`${stripe.url}/v1/payment_intents/${path}`, {
          headers,
          ...(form && { method: 'POST', body: new URLSearchParams(form) }),
          signal: AbortSignal.any([over, AbortSignal.timeout(ATTEMPT_MS)]),
        });
        const body = (await answer.json()) as StripeAnswer;
        if (answer.status < 500 && ![409, 429].includes(answer.status)) return body;
      } catch (error) {
        if (over.aborted) throw error;
      }
      await delay(PAUSE_MS, undefined, { signal: over });
    }
  }

  async function look(secret: string): Promise<string> {
    const seen = await ask(`${idOf(secret)}?client_secret=${encodeURIComponent(secret)}`);
    return seen.status ?? 'unknown';
  }

  return {
    async pay(secret, method) {
      const answer = await ask(`${idOf(secret)}/confirm`, {
        client_secret: secret,
        payment_method: method,
        return_url: 'https://shop.example/thanks',
      });
      if (answer.status !== undefined) return answer.status;
      // Too late or repeated: the earlier result stands.
      return answer.error?.type === 'card_error' ? 'declined' : look(secret);
    },
    async authenticate(secret, outcome) {
      const path = `payment_intents/${idOf(secret)}/authenticate`;
      // Refused when the payment was canceled meanwhile.
      await stripe.control('POST', path, { outcome }).catch(() => undefined);
      return look(secret);
    },
  };
}

function idOf(secret: string): string {
  return secret.split('_secret_')[0] ?? '';
}
