import type { CreditEntry, CreditService } from '../services/credit.service.ts';
import { created, ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { ReasonBody } from '../validators/admin.validator.ts';
import type {
  AdjustCreditBody,
  ChangeCreditBody,
  CreditAccountParams,
  CreditEntriesQuery,
  CreditListQuery,
  GiftCardBalanceBody,
  IssueCreditBody,
} from '../validators/credit.validator.ts';
import type { IfMatch } from '../validators/shared.validator.ts';

export type CreditController = ReturnType<typeof createCreditController>;

export function createCreditController({ credit }: { credit: CreditService }) {
  const { represent } = credit;

  return {
    async issue({ body }: { body: IssueCreditBody }, ctx: RequestContext): Promise<Reply> {
      const { account, code } = await credit.issue(ctx, body);
      const data = { ...represent(account), ...(code !== undefined && { code }) };
      return created(data, `/api/v1/admin/credit-accounts/${account.id}`);
    },

    async list({ query }: { query: CreditListQuery }, ctx: RequestContext): Promise<Reply> {
      const { rows, meta, headers } = await credit.list(ctx, query);
      return { status: 200, data: rows.map(represent), meta, headers };
    },

    async get({ params }: { params: CreditAccountParams }, ctx: RequestContext): Promise<Reply> {
      const account = await credit.get(ctx, params.accountId);
      return ok(represent(account), { ETag: credit.etag(account) });
    },

    async entries(
      { params, query }: { params: CreditAccountParams; query: CreditEntriesQuery },
      ctx: RequestContext,
    ): Promise<Reply> {
      const { account, rows, meta, headers } = await credit.entries(ctx, params.accountId, query);
      const data = rows.map((entry) => representEntry(entry, account.currency));
      return { status: 200, data, meta, headers };
    },

    async adjust(
      { params, body }: { params: CreditAccountParams; body: AdjustCreditBody },
      ctx: RequestContext,
    ): Promise<Reply> {
      return ok(represent(await credit.adjust(ctx, params.accountId, body.amount, body.reason)));
    },

    async change(
      {
        params,
        headers,
        body,
      }: { params: CreditAccountParams; headers: IfMatch; body: ChangeCreditBody },
      ctx: RequestContext,
    ): Promise<Reply> {
      const { reason, ...change } = body;
      const terms = { reason, ifMatch: headers['if-match'] };
      const account = await credit.change(ctx, params.accountId, change, terms);
      return ok(represent(account), { ETag: credit.etag(account) });
    },

    async disable(
      { params, body }: { params: CreditAccountParams; body: ReasonBody },
      ctx: RequestContext,
    ): Promise<Reply> {
      return ok(represent(await credit.disable(ctx, params.accountId, body.reason)));
    },

    /** For whoever holds the card: no more than what is on it. */
    async balance({ body }: { body: GiftCardBalanceBody }, ctx: RequestContext): Promise<Reply> {
      const { balance, expiresAt } = represent(await credit.byCode(ctx, body.code));
      return ok({ balance, expiresAt });
    },
  };
}

function representEntry({ amount, createdAt, ...entry }: CreditEntry, currency: string) {
  return { ...entry, amount: { amount, currency }, createdAt: createdAt.toISOString() };
}
