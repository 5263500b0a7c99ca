import { statement } from '../../db/statement.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { readIdPage, type IdListQuery, type IdRange } from '../../utils/page.ts';
import { getCompany } from './findCompanies.ts';

/** A member's cart that waits for an approver to check it out. */
export interface Approval {
  /** Of the cart. */
  readonly id: string;
  readonly version: number;
  readonly companyId: string;
  readonly companyName: string;
  readonly locationId: string;
  readonly locationName: string;
  /** Whose cart it is. */
  readonly customerId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly currency: string;
  /** As the member was shown it, in minor units. */
  readonly total: number;
  readonly askedAt: Date;
}

/** Either all of a company, or those that an approver may complete: not what is theirs. */
const listApprovals = statement('companies.approvals')<
  {
    companyId: string | null;
    approverId: string | null;
    id: string | null;
    isBack: boolean;
    take: number;
  },
  Approval,
  'total' | 'askedAt' | 'customerId'
>(
  `SELECT c.id, c.version, o.id AS "companyId", o.name AS "companyName", l.id AS "locationId",
     l.name AS "locationName", c.customer_id AS "customerId", u.first_name AS "firstName",
     u.last_name AS "lastName", c.purchase_order_number AS "purchaseOrderNumber", c.currency,
     coalesce(c.agreed_total, 0) AS total, c.approval_asked_at AS "askedAt"
   FROM carts c
   JOIN company_locations l ON l.id = c.company_location_id
   JOIN companies o ON o.id = l.company_id
   JOIN company_members m ON m.company_id = l.company_id AND m.customer_id = c.customer_id
   JOIN customers b ON b.id = c.customer_id
   JOIN users u ON u.id = b.user_id
   WHERE c.approval_version = c.version AND c.status = 'open' AND c.expires_at > now()
     AND (:companyId::text IS NULL OR l.company_id = :companyId)
     AND (:approverId::text IS NULL OR (c.customer_id <> :approverId AND EXISTS (
       SELECT FROM company_members a WHERE a.company_id = l.company_id AND a.customer_id = :approverId
         AND a.role <> 'buyer')))
     AND (:id::text IS NULL OR CASE WHEN :isBack::boolean THEN c.id > :id ELSE c.id < :id END)
   ORDER BY CASE WHEN :isBack THEN c.id END, CASE WHEN NOT :isBack THEN c.id END DESC
   LIMIT :take`,
);

type Deps = { readonly cursorSecret: string };

/** What waits for the caller's approval, by the newest cart. @throws {AppError} invalid_cursor */
export function listOwnApprovals({ cursorSecret }: Deps, ctx: Context, query: IdListQuery) {
  const approverId = customerIdOf(ctx);
  return readIdPage({ secret: cursorSecret, name: `approvals of ${approverId}` }, query, (range) =>
    find(ctx, range, { approverId, companyId: null }),
  );
}

/** What waits for an approval in a company. @throws {AppError} not_found, invalid_cursor */
export async function listCompanyApprovals(
  { cursorSecret }: Deps,
  ctx: Context,
  companyId: string,
  query: IdListQuery,
) {
  await getCompany(ctx, companyId);
  return readIdPage({ secret: cursorSecret, name: `approvals of ${companyId}` }, query, (range) =>
    find(ctx, range, { approverId: null, companyId }),
  );
}

function find(
  { db }: Context,
  range: IdRange,
  whose: { readonly approverId: string | null; readonly companyId: string | null },
): Promise<Approval[]> {
  return db.query(listApprovals, { ...whose, ...range });
}
