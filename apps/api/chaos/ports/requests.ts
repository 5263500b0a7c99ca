import { seededRandom, type Random } from '../random.ts';
import { body, headers, method, target, version } from './pieces.ts';
import { smtpLines } from './smtp.ts';

/** How a client behaves, besides what it sends. */
type Manner =
  /** Sends everything, and reads. */
  | 'plain'
  /** Sends it in pieces, with pauses. */
  | 'slow'
  /** Disconnects before it has sent everything. */
  | 'aborted'
  /** Ends its side with data missing. */
  | 'halved'
  /** Sends it many times on one connection. */
  | 'pipelined'
  /** The same, and does not read the responses. */
  | 'deaf'
  /** Sends nothing at all. */
  | 'silent';

export interface OddRequest {
  readonly bytes: Buffer;
  readonly manner: Manner;
}

const MANNERS: readonly Manner[] = [
  ...Array.from({ length: 8 }, () => 'plain' as const),
  'slow',
  'aborted',
  'aborted',
  'halved',
  'pipelined',
  'deaf',
  'silent',
];

/** The n-th request of a seed, always the same. */
export function oddRequest(seed: number, n: number, speaks: 'http' | 'smtp'): OddRequest {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b));
  const manner = random.pick(MANNERS);
  const text = speaks === 'smtp' && random.chance(0.9) ? smtpLines(random) : httpText(random);
  const bytes = Buffer.from(text, 'latin1');
  const isRepeated = manner === 'pipelined' || manner === 'deaf';
  return {
    manner,
    bytes: isRepeated
      ? Buffer.concat(Array.from({ length: random.between(2, 40) }, () => bytes))
      : bytes,
  };
}

function httpText(random: Random): string {
  if (random.chance(0.03)) return noise(random);
  const content = body(random);
  const lines = headers(random);
  const hasLength = lines.some((line) => /content-length|transfer-encoding/i.test(line));
  if (content !== '' && !hasLength && random.chance(0.9)) {
    lines.push(`Content-Length: ${content.length}`);
  }
  const start = `${method(random)} ${target(random)}${version(random)}`;
  return `${[start, ...lines].join('\r\n')}\r\n\r\n${content}`;
}

function noise(random: Random): string {
  const length = random.between(1, 3000);
  return Array.from({ length }, () => String.fromCharCode(random.between(0, 255))).join('');
}
