import type { Context } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';
import type { IdListQuery } from '../utils/page.ts';
import type { AuditService } from './audit.service.ts';
import { adjustCredit } from './credit/adjustCredit.ts';
import { changeCredit, type AccountChange } from './credit/changeCredit.ts';
import { enterMoves, type CreditMove } from './credit/enterMoves.ts';
import { getAccount } from './credit/findAccounts.ts';
import { getByCode } from './credit/getByCode.ts';
import { issueCredit } from './credit/issueCredit.ts';
import {
  listAccounts,
  listEntries,
  type CreditListDeps,
  type CreditQuery,
} from './credit/listAccounts.ts';
import type { ChangeTerms } from './credit/lockExpected.ts';
import { reopenCredit } from './credit/reopenCredit.ts';
import { lockReleasedShares, lockShares } from './credit/shares.ts';

export type { CreditShare, CreditSelection } from './credit/shares.ts';
export type { CreditAccount, CreditEntry } from './credit/findAccounts.ts';

interface CreditDeps extends CreditListDeps {
  audit: AuditService;
}

/** The change of an account by an order. */
type OrderMoveKind = 'held' | 'released' | 'refunded';

export type CreditService = ReturnType<typeof createCreditService>;

/** Gift cards and store credit: accounts whose balance is the sum of a ledger. */
export function createCreditService(deps: CreditDeps) {
  return {
    get: getAccount,
    byCode: getByCode,
    issue: issueCredit,
    lockShares,
    lockReleasedShares,
    reopen: reopenCredit,

    /** Writes the moves of an order. @throws as {@link enterMoves} does. */
    move: (ctx: Context, kind: OrderMoveKind, moves: readonly CreditMove[]) =>
      enterMoves(ctx, kind, moves),

    /** @throws as {@link adjustCredit} does. */
    adjust: (ctx: Context, id: string, change: Money, terms: ChangeTerms) =>
      adjustCredit(deps, ctx, { id, change, ...terms }),

    /** @throws as {@link changeCredit} does. */
    change: (ctx: Context, id: string, change: AccountChange, terms: ChangeTerms) =>
      changeCredit(deps, ctx, { id, change, ...terms }),

    /** An order spends nothing from it from now on; what is held stays so. @throws as {@link changeCredit} does. */
    disable: (ctx: Context, id: string, terms: ChangeTerms) =>
      changeCredit(deps, ctx, { id, change: { disabled: true }, ...terms }),

    /** @throws as {@link listAccounts} does. */
    list: (ctx: Context, query: CreditQuery) => listAccounts(deps, ctx, query),

    /** @throws as {@link listEntries} does. */
    entries: (ctx: Context, accountId: string, query: IdListQuery) =>
      listEntries(deps, ctx, { accountId, ...query }),
  };
}
