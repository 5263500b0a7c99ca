import { setTimeout as delay } from 'node:timers/promises';
import { demo } from '../src/config/demo.ts';
import type { Answer, Client, Request } from './client.ts';
import type { AskedByStaff, Notes, StaffTask } from './notes.ts';
import type { Random } from './random.ts';
import type { Stripe } from './stripe.ts';

export interface StaffTools {
  client: Client;
  random: Random;
  notes: Notes;
  /** Stripe's dashboard and the customers' banks. */
  stripe: Stripe;
  /** Aborts when no new task may begin. */
  closing: AbortSignal;
}

const headers = { Authorization: `Bearer ${demo.adminApiKey}` };

/** Reads as staff. */
export async function read<T>(client: Client, path: string): Promise<T> {
  const { status, text, body } = await client.send({ method: 'GET', path, headers });
  if (status !== 200) throw new Error(`GET ${path}: ${text}`);
  return body.data as T;
}

/** The request, the same each time it is sent. */
export function staffRequest({ path, key, body }: AskedByStaff): Request {
  const withKey = { ...headers, 'Idempotency-Key': key };
  return { method: 'POST', path, headers: withKey, ...(body && { body }) };
}

/** Sends a request of staff, sometimes twice at once, and records it with its response. */
export async function ask(
  task: StaffTask,
  asked: AskedByStaff,
  { client, random, notes }: StaffTools,
  refusals: readonly string[] = [],
): Promise<Answer> {
  notes.asked[task].push(asked);
  const send = () => client.send(staffRequest(asked));
  const [answer, ...others] = await Promise.all([send(), ...(random.chance(0.2) ? [send()] : [])]);
  asked.answer = { status: answer.status, text: answer.text };
  if (others.some(({ text }) => text !== answer.text)) {
    notes.surprises.push(`Two answers to the key ${asked.key}: ${answer.text} ${others[0]?.text}`);
  }
  if (answer.status >= 300 && !refusals.includes(answer.body.code ?? '')) {
    notes.surprises.push(`The ${task} at ${asked.path} was refused: ${answer.text}`);
  }
  return answer;
}

/** Repeats a round of work until the selling ends. */
export async function inRounds(
  pauseMs: number,
  closing: AbortSignal,
  round: () => Promise<unknown>,
): Promise<void> {
  while (!closing.aborted) {
    await delay(pauseMs, undefined, { signal: closing }).catch(() => undefined);
    await round();
  }
}
