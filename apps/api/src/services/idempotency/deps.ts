import type { ReplyEncryption } from './replyEncryption.ts';

export interface IdempotencyDeps {
  /** For answers that hold secrets. */
  encryption: ReplyEncryption;
  /** How long a saga may run before another request may take its key over. Milliseconds. */
  leaseMs: number;
  /** How long a doubled request waits for the first one's answer before it is a 409. Milliseconds. */
  waitMs: number;
}
