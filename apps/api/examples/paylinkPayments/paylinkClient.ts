import { z } from 'zod';
import {
  ProviderBlocked,
  ProviderMissing,
  ProviderRefusal,
  ProviderSpent,
  ProviderUnavailable,
} from '../../src/ports/paymentProviderErrors.ts';
import type { RetryPolicy } from '../../src/ports/retryPolicy.ts';
import { sealOf } from './paylinkServer.ts';

export interface PaylinkAccount {
  readonly url: string;
  readonly secret: string;
}

/** The number of attempts of a call that a request waits for. */
const TRIES = 2;

const timeoutMs = 5000;

const time = z.iso.datetime().transform((text) => new Date(text));

export const linkSchema = z.object({
  link: z.string(),
  reference: z.string(),
  sum: z.string(),
  currency: z.string(),
  page: z.string(),
  state: z.enum(['open', 'declined', 'paid', 'withdrawn']),
});

export const returnSchema = z.object({
  return: z.string(),
  reference: z.string(),
  link: z.string(),
  sum: z.string(),
  state: z.enum(['queued', 'sent', 'bounced']),
});

export const complaintSchema = z.object({
  complaint: z.string(),
  link: z.string(),
  made: time,
  sum: z.string(),
  currency: z.string(),
  state: z.enum(['raised', 'upheld', 'rejected']),
});

/** Paylink's API in the port's errors. */
export function createPaylinkClient({ url, secret }: PaylinkAccount) {
  async function send(method: string, path: string, body: string): Promise<Response> {
    const seal = sealOf(secret, `${method}\n${path}\n${body}`);
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = { Authorization: `Seal ${seal}`, 'Content-Type': 'text/plain' };
    const withBody = body === '' ? {} : { body };
    try {
      return await fetch(url + path, { method, headers, signal, ...withBody });
    } catch (cause) {
      throw new ProviderUnavailable('Paylink does not answer', { cause, isAnswered: false });
    }
  }

  async function answerOf(response: Response): Promise<unknown> {
    if (response.ok) return response.json();
    const cause = await response.text();
    if (response.status >= 500) {
      throw new ProviderUnavailable('Paylink has failed', { cause, isAnswered: true });
    }
    if (cause.includes('nothing_left')) throw new ProviderSpent('Nothing is left', { cause });
    if (cause.includes('complained')) throw new ProviderBlocked('The payer complains', { cause });
    if (response.status === 404) throw new ProviderMissing('Paylink does not know it', { cause });
    throw new ProviderRefusal(`Paylink has refused: ${cause}`, { cause });
  }

  return {
    /** Sends one request and parses the answer by the schema. A job repeats its own calls. */
    async ask<T>(
      schema: z.ZodType<T>,
      [method, path]: readonly [method: 'GET' | 'PUT' | 'DELETE', path: string],
      { body, retryPolicy = 'job' }: { body?: object; retryPolicy?: RetryPolicy | undefined } = {},
    ): Promise<T> {
      const text = body ? JSON.stringify(body) : '';
      for (let left = retryPolicy === 'job' ? 1 : TRIES; ; left--) {
        try {
          return schema.parse(await answerOf(await send(method, path, text)));
        } catch (error) {
          if (!(error instanceof ProviderUnavailable) || left === 1) throw error;
        }
      }
    },

    /** The members of a list, oldest first, fetched page by page on demand. */
    async *list<T>(
      schema: z.ZodType<T>,
      name: 'links' | 'returns' | 'complaints',
      query: Readonly<Record<string, string>>,
    ): AsyncGenerator<T> {
      const page = z.object({ members: z.array(schema), more: z.boolean() });
      for (let after = 0; ;) {
        const search = new URLSearchParams({ ...query, after: String(after) });
        const { members, more } = await this.ask(page, ['GET', `/${name}?${search.toString()}`]);
        yield* members;
        if (!more) return;
        after += members.length;
      }
    },
  };
}
