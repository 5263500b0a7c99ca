import { withDeps } from '../utils/withDeps.ts';
import type { AuditService } from './audit.service.ts';
import { adjustCredit } from './credit/adjustCredit.ts';
import { changeCredit, disableCredit } from './credit/changeCredit.ts';
import { enterOrderMoves } from './credit/enterMoves.ts';
import { getAccount } from './credit/findAccounts.ts';
import { getByCode } from './credit/getByCode.ts';
import { issueCredit } from './credit/issueCredit.ts';
import { listAccounts, listEntries, type CreditListDeps } from './credit/listAccounts.ts';
import { listOwnCredit, listOwnEntries } from './credit/ownCredit.ts';
import { reopenCredit } from './credit/reopenCredit.ts';
import { lockReleasedShares, lockShares } from './credit/shares.ts';

export type { CreditShare, CreditSelection } from './credit/shares.ts';
export type { OwnCredit, OwnCreditEntry } from './credit/ownCredit.ts';
export type { CreditAccount, CreditEntry } from './credit/findAccounts.ts';

interface CreditDeps extends CreditListDeps {
  audit: AuditService;
}

export type CreditService = ReturnType<typeof createCreditService>;

/** Gift cards and store credit: accounts whose balance is the sum of a ledger. */
export function createCreditService(deps: CreditDeps) {
  return {
    get: getAccount,
    byCode: getByCode,
    listOwn: listOwnCredit,
    lockShares,
    lockReleasedShares,
    move: enterOrderMoves,
    reopen: reopenCredit,
    ...withDeps(deps, {
      issue: issueCredit,
      adjust: adjustCredit,
      change: changeCredit,
      disable: disableCredit,
      list: listAccounts,
      entries: listEntries,
      ownEntries: listOwnEntries,
    }),
  };
}
