import type { Context } from '../../kernel/context.ts';
import type { AppError } from '../../kernel/errors.ts';
import type { Claim } from '../../kernel/idempotencyClaim.ts';

/** A request that carries an Idempotency-Key. */
export interface KeyedRequest {
  /** Whose key it is; two principals may use the same one. */
  readonly principal: string;
  /** Operation and path parameters. */
  readonly route: string;
  readonly key: string;
  /** Hash of what was asked for. */
  readonly fingerprint: string;
  /** Whether the answer holds a secret, and is kept encrypted. */
  readonly isSecret: boolean;
}

/** One run of it. What it stores counts only while the key is this run's. */
export interface HeldRequest extends KeyedRequest {
  readonly holder: string;
}

/** An answer as it is kept: text, so that a retry gets the same bytes. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a request is answered, and whether that was kept from an earlier one. */
export interface Outcome extends KeptAnswer {
  readonly isReplayed: boolean;
}

/** What a request does; a saga claims its key in the transaction of its effect. */
export type Work = (ctx: Context, claim?: Claim) => Promise<KeptAnswer>;

/** A request and what answers it. */
export interface KeyedWork {
  /** Whether key, effect and answer are one transaction, or the use case claims the key in its own. */
  readonly mode: 'transaction' | 'saga';
  readonly request: KeyedRequest;
  readonly work: Work;
  /** How a refusal will look to the client, so that it is replayed alike. */
  readonly refuse: (error: AppError) => KeptAnswer;
}
