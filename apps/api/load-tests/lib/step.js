import { check } from 'k6';
import http from 'k6/http';
import { base } from './settings.js';

const TIMEOUT = '15s';
const CONFLICT = 409;

/**
 * @typedef {object} Step
 * @property {string} path below the shop's address.
 * @property {string} [method] GET when not given.
 * @property {unknown} [body] sent as JSON.
 * @property {Record<string, string>} [headers]
 * @property {number} [status] what is expected; 200 when not given.
 * @property {Record<string, (body: any, answer: import('k6/http').Response) => boolean>} [holds]
 *   what must be true of the answer's body, in words.
 * @property {() => void} [onSoldOut] with this, a refusal because the last unit is sold is also correct.
 */

/**
 * Sends a request of a shopper and checks its answer, under one name per kind of request.
 * @param {string} name
 * @param {Step} step
 * @returns the answer's body and the answer, or undefined when it was wrong.
 */
export function take(name, step) {
  const { path, method = 'GET', body, headers = {}, status = 200, holds = {}, onSoldOut } = step;
  const answer = http.request(
    method,
    base + path,
    body === undefined ? null : JSON.stringify(body),
    {
      headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      tags: { name },
      timeout: TIMEOUT,
      responseCallback: http.expectedStatuses(...(onSoldOut ? [status, CONFLICT] : [status])),
    },
  );
  if (onSoldOut && isSoldOut(answer)) {
    onSoldOut();
    return undefined;
  }
  return judge(name, answer, { status, holds });
}

/**
 * Checks an answer: its status, and then its body. A refusal of a busy shop counts as a status; a
 * wrong body is always an error.
 * @param {string} name
 * @param {import('k6/http').Response} answer
 * @param {{ status: number, holds: NonNullable<Step['holds']> }} expected
 */
export function judge(name, answer, { status, holds }) {
  const answered = `${name}: is answered with ${status}`;
  if (!check(answer, { [answered]: () => answer.status === status }, { kind: 'status' })) {
    return undefined;
  }
  const body = parsed(answer);
  const sentences = Object.entries(holds).map(([sentence, isTrue]) => [
    `${name}: ${sentence}`,
    () => holdsFor(isTrue, body, answer),
  ]);
  if (sentences.length === 0) return { body, answer };
  const isSound = check(answer, Object.fromEntries(sentences), { kind: 'body' });
  return isSound ? { body, answer } : undefined;
}

function isSoldOut(answer) {
  return answer.status === CONFLICT && parsed(answer)?.code === 'out_of_stock';
}

function parsed(answer) {
  try {
    return answer.json();
  } catch {
    return undefined;
  }
}

/** A body without the expected member fails the check, and not the script. */
function holdsFor(isTrue, body, answer) {
  try {
    return isTrue(body, answer);
  } catch {
    return false;
  }
}
