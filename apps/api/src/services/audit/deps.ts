import type { Logger } from '../../utils/logger.ts';
import type { SealSigner } from './sealSigner.ts';

export interface AuditDeps {
  readonly cursorSecret: string;
  readonly signer: SealSigner;
  /** Keeps a copy of the chain's end outside of the database. */
  readonly logger?: Pick<Logger, 'info'> | undefined;
}
