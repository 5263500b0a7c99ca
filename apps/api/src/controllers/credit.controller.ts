import type { Handlers } from '../kernel/route.ts';
import { API_BASE } from '../routes/base.ts';
import type { creditRoutes } from '../routes/credit.routes.ts';
import type { CreditEntry, CreditService } from '../services/credit.service.ts';
import { created, ok } from '../utils/response.ts';

interface Services {
  credit: CreditService;
}

export function createCreditController({ credit }: Services): Handlers<typeof creditRoutes> {
  const { represent } = credit;

  return {
    async issueCredit(ctx, { body }) {
      const { account, code } = await credit.issue(ctx, body);
      const data = { ...represent(account), ...(code !== undefined && { code }) };
      return created(data, `${API_BASE}/admin/credit-accounts/${account.id}`);
    },

    async listCreditAccounts(ctx, { query }) {
      const { rows, meta, headers } = await credit.list(ctx, query);
      return { status: 200, data: rows.map(represent), meta, headers };
    },

    async getCreditAccount(ctx, { params }) {
      const account = await credit.get(ctx, params.accountId);
      return ok(represent(account), { ETag: credit.etag(account) });
    },

    async listCreditEntries(ctx, { params, query }) {
      const { account, rows, meta, headers } = await credit.entries(ctx, params.accountId, query);
      const data = rows.map((entry) => representEntry(entry, account.currency));
      return { status: 200, data, meta, headers };
    },

    async adjustCredit(ctx, { params, body }) {
      return ok(represent(await credit.adjust(ctx, params.accountId, body.amount, body.reason)));
    },

    async changeCredit(ctx, { params, headers, body }) {
      const { reason, ...change } = body;
      const terms = { reason, ifMatch: headers['if-match'] };
      const account = await credit.change(ctx, params.accountId, change, terms);
      return ok(represent(account), { ETag: credit.etag(account) });
    },

    async disableCredit(ctx, { params, body }) {
      return ok(represent(await credit.disable(ctx, params.accountId, body.reason)));
    },

    /** For the holder of the card: no more than what is on it. */
    async getGiftCardBalance(ctx, { body }) {
      const { balance, expiresAt } = represent(await credit.byCode(ctx, body.code));
      return ok({ balance, expiresAt });
    },
  };
}

function representEntry({ amount, createdAt, ...entry }: CreditEntry, currency: string) {
  return { ...entry, amount: { amount, currency }, createdAt: createdAt.toISOString() };
}
