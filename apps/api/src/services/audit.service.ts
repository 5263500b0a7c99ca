import type { Logger } from '../utils/logger.ts';
import { withDeps } from '../utils/withDeps.ts';
import { eraseFromLog } from './audit/eraseEntries.ts';
import { exportEntries } from './audit/exportEntries.ts';
import { findForgedSeals } from './audit/findForgedSeals.ts';
import { listEntries } from './audit/listEntries.ts';
import { recordEntry, recordOfStaff } from './audit/recordEntry.ts';
import { createSealSigner } from './audit/sealSigner.ts';
import { hasSeal, sealLog } from './audit/sealLog.ts';

export type { AuditEntry } from './audit/findEntries.ts';
export type { ChainHead } from './audit/sealLog.ts';

interface AuditOptions {
  readonly cursorSecret: string;
  /** Of the signatures of seals: the first signs, each verifies. Without one, none is verified. */
  readonly signingSecrets: readonly string[];
  readonly logger?: Pick<Logger, 'info'>;
}

export type AuditService = ReturnType<typeof createAuditService>;

/** What was done by hand, by whom, and why: entries in a chain that shows tampering (ADR 24). */
export function createAuditService({ cursorSecret, signingSecrets, logger }: AuditOptions) {
  const deps = { cursorSecret, logger, signer: createSealSigner(signingSecrets) };
  return {
    record: recordEntry,
    recordOfStaff,
    hasSeal,
    export: exportEntries,
    ...withDeps(deps, {
      list: listEntries,
      seal: sealLog,
      forgedSeals: findForgedSeals,
      erase: eraseFromLog,
    }),
  };
}
