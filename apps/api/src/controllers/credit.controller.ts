import type { Handlers } from '../kernel/route.ts';
import {
  creditAccountEtag,
  isAccountOf,
  presentBalance,
  presentCreditAccount,
  presentCreditEntry,
  presentOutdatedAccount,
  presentOwnCredit,
  presentOwnCreditEntry,
} from '../presenters/credit.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { creditRoutes } from '../routes/credit.routes.ts';
import type { CreditAccount, CreditService } from '../services/credit.service.ts';
import { created, ok, page, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  credit: CreditService;
}

function show(account: CreditAccount) {
  return tagged(ok(presentCreditAccount(account)), creditAccountEtag(account));
}

async function showChanged(changed: Promise<CreditAccount>) {
  return show(await showingCurrent(changed, presentOutdatedAccount));
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
      return show(await credit.get(ctx, params.accountId));
    },

    async listCreditEntries(ctx, { params, query }) {
      const { account, rows, meta } = await credit.entries(ctx, params.accountId, query);
      return page(
        rows.map((entry) => presentCreditEntry(entry, account.currency)),
        meta,
      );
    },

    adjustCredit(ctx, { params, headers, body: { amount, reason } }) {
      const isExpected = isAccountOf(headers['if-match']);
      const adjustment = { change: amount, reason, isExpected };
      return showChanged(credit.adjust(ctx, params.accountId, adjustment));
    },

    changeCredit(ctx, { params, headers, body: { reason, ...change } }) {
      const request = { change, reason, isExpected: isAccountOf(headers['if-match']) };
      return showChanged(credit.change(ctx, params.accountId, request));
    },

    disableCredit(ctx, { params, headers, body: { reason } }) {
      const terms = { reason, isExpected: isAccountOf(headers['if-match']) };
      return showChanged(credit.disable(ctx, params.accountId, terms));
    },

    async getGiftCardBalance(ctx, { body }) {
      return ok(presentBalance(await credit.byCode(ctx, body.code)));
    },

    async listOwnCredit(ctx) {
      return ok((await credit.listOwn(ctx)).map(presentOwnCredit));
    },

    async listOwnCreditEntries(ctx, { query }) {
      const { rows, meta } = await credit.ownEntries(ctx, query);
      return page(rows.map(presentOwnCreditEntry), meta);
    },
  };
}
