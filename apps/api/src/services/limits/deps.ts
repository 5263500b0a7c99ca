import type { LimitBase } from '../../kernel/limitClasses.ts';
import type { Logger } from '../../utils/logger.ts';
import type { LimitStore } from './store.ts';

export interface LimitsDeps {
  readonly store: LimitStore;
  readonly logger: Pick<Logger, 'warn'>;
  /** Keys the hashes of who is counted, so that the store reveals no address. */
  readonly secret: string;
  /** Requests per window; 0 is no limit. */
  readonly max: Readonly<Record<LimitBase, number>>;
  /** Of the classes that name no window. */
  readonly windowSeconds: number;
}
