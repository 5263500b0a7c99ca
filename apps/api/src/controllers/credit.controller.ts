import type { Handlers } from '../kernel/route.ts';
import {
  creditAccountEtag,
  isAccountOf,
  presentBalance,
  presentCreditAccount,
  presentCreditEntry,
  presentOutdatedAccount,
} from '../presenters/credit.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { creditRoutes } from '../routes/credit.routes.ts';
import type { CreditService } from '../services/credit.service.ts';
import { created, ok, page, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  credit: CreditService;
}

export function createCreditController({ credit }: Services): Handlers<typeof creditRoutes> {
  return {
    async issueCredit(ctx, { body }) {
      const { account, code } = await credit.issue(ctx, body);
      const data = { ...presentCreditAccount(account), ...(code !== undefined && { code }) };
      return created(data, `${API_BASE}/admin/credit-accounts/${account.id}`);
    },

    async listCreditAccounts(ctx, { query }) {
      const { rows, meta } = await credit.list(ctx, query);
      return page(rows.map(presentCreditAccount), meta);
    },

    async getCreditAccount(ctx, { params }) {
      const account = await credit.get(ctx, params.accountId);
      return tagged(ok(presentCreditAccount(account)), creditAccountEtag(account));
    },

    async listCreditEntries(ctx, { params, query }) {
      const { account, rows, meta } = await credit.entries(ctx, params.accountId, query);
      return page(
        rows.map((entry) => presentCreditEntry(entry, account.currency)),
        meta,
      );
    },

    async adjustCredit(ctx, { params, body }) {
      const account = await credit.adjust(ctx, params.accountId, body.amount, body.reason);
      return ok(presentCreditAccount(account));
    },

    async changeCredit(ctx, { params, headers, body }) {
      const { reason, ...change } = body;
      const terms = { reason, isExpected: isAccountOf(headers['if-match']) };
      const changed = credit.change(ctx, params.accountId, change, terms);
      const account = await showingCurrent(changed, presentOutdatedAccount);
      return tagged(ok(presentCreditAccount(account)), creditAccountEtag(account));
    },

    async disableCredit(ctx, { params, body }) {
      const account = await credit.disable(ctx, params.accountId, body.reason);
      return ok(presentCreditAccount(account));
    },

    async getGiftCardBalance(ctx, { body }) {
      return ok(presentBalance(await credit.byCode(ctx, body.code)));
    },
  };
}
