import { idPage } from '../../db/idPage.ts';
import { statement } from '../../db/statement.ts';
import type {
  DataRequestKind,
  DataRequestState,
  ErasureBlocker,
} from '../../domains/dataRequests.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { refuseGone } from '../../kernel/goneCustomer.ts';
import { newId } from '../../kernel/ids.ts';
import type { DataRequestsDeps } from './deps.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';

export interface DataRequest {
  readonly id: string;
  readonly kind: DataRequestKind;
  readonly customerId: string;
  readonly state: DataRequestState;
  readonly requestedBy: string;
  readonly forfeitsCredit: boolean;
  readonly assumesShipped: boolean;
  readonly blockers: readonly ErasureBlocker[];
  readonly fileKey: string | null;
  readonly fileBytes: number | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
}

const columns = `r.id, r.kind, r.customer_id AS "customerId", r.state, r.requested_by AS "requestedBy",
  r.forfeits_credit AS "forfeitsCredit", r.assumes_shipped AS "assumesShipped", r.blockers, r.file_key AS "fileKey", r.file_bytes AS "fileBytes",
  r.created_at AS "createdAt", r.finished_at AS "finishedAt", r.expires_at AS "expiresAt"`;

interface NewRequest {
  readonly kind: DataRequestKind;
  readonly customerId: string;
  readonly requestedBy: string;
  readonly forfeitsCredit?: boolean;
  readonly assumesShipped?: boolean;
}

/** No row where one is open already: the index keeps the first of those that come at the same time. */
const insertRequest = statement('dataRequests.insert')<
  Required<NewRequest> & { id: string },
  DataRequest,
  'blockers'
>(
  `INSERT INTO data_requests AS r (id, kind, customer_id, requested_by, forfeits_credit, assumes_shipped)
   VALUES (:id, :kind, :customerId, :requestedBy, :forfeitsCredit, :assumesShipped)
   ON CONFLICT (customer_id, kind) WHERE state IN ('queued', 'running') DO NOTHING
   RETURNING ${columns}`,
);

/** What is pending, or was done within the hour: another export would say the same. */
const selectRecent = statement('dataRequests.recent')<
  { kind: string; customerId: string },
  DataRequest,
  'blockers'
>(
  `SELECT ${columns} FROM data_requests r
   WHERE r.customer_id = :customerId AND r.kind = :kind AND (r.state IN ('queued', 'running')
     OR (r.state = 'done' AND r.finished_at > now() - interval '1 hour'))
   ORDER BY r.created_at DESC LIMIT 1`,
);

const lockCustomer = statement('dataRequests.lockCustomer')<
  { customerId: string },
  { mergedIntoId: string | null }
>(
  `SELECT merged_into_id AS "mergedIntoId" FROM customers WHERE id = :customerId FOR NO KEY UPDATE`,
);

const startRequest = statement('dataRequests.start')<{ id: string }, DataRequest, 'blockers'>(
  `UPDATE data_requests r SET state = 'running' WHERE r.id = :id AND r.state IN ('queued', 'running')
   RETURNING ${columns}`,
);

/**
 * The request that is pending, or a new one.
 * @returns whether it is new.
 */
export async function openRequest(
  { db }: Context,
  { kind, customerId, requestedBy, forfeitsCredit = false, assumesShipped = false }: NewRequest,
): Promise<{ request: DataRequest; isNew: boolean }> {
  for (;;) {
    const [recent] = await db.query(selectRecent, { kind, customerId });
    if (recent) return { request: recent, isNew: false };
    const id = newId('dataRequest');
    const terms = { forfeitsCredit, assumesShipped };
    const given = { id, kind, customerId, requestedBy, ...terms };
    // Waits for who inserts at the same time; afterwards theirs is found.
    const [made] = await db.query(insertRequest, given);
    if (made) return { request: made, isNew: true };
  }
}

/** Begins with a request, or continues with one whose job died; undefined when it is finished. */
export async function takeRequest({ db }: Context, id: string): Promise<DataRequest | undefined> {
  const [request] = await db.query(startRequest, { id });
  return request;
}

/** A customer's request. @throws {AppError} not_found, also for someone else's. */
export async function getRequest(
  { db }: Context,
  id: string,
  of: { customerId: string },
): Promise<DataRequest> {
  const row = await db.prisma.dataRequest.findFirst({ where: { id, ...of } });
  if (!row) throw notFound('data request');
  return requestOf(row);
}

/** @throws {AppError} not_found for a customer that does not exist. */
async function checkCustomer({ db }: Context, id: string): Promise<void> {
  const found = await db.prisma.customer.findUnique({ where: { id }, select: { id: true } });
  if (!found) throw notFound('customer');
}

/**
 * Waits for a merge of the customer, and makes one wait.
 * @throws {AppError} not_found; state_conflict for one who was merged into another, whose requests include theirs.
 */
export async function requireUnmerged({ db }: Context, customerId: string): Promise<void> {
  const [customer] = await db.query(lockCustomer, { customerId });
  if (!customer) throw notFound('customer');
  refuseGone({ ...customer, status: 'any' });
}

/** The latest requests of a customer, newest first. @throws {AppError} not_found */
export async function listRequests(ctx: Context, customerId: string): Promise<DataRequest[]> {
  await checkCustomer(ctx, customerId);
  const rows = await ctx.db.prisma.dataRequest.findMany({
    where: { customerId },
    orderBy: { id: 'desc' },
    take: 100,
  });
  return rows.map(requestOf);
}

interface RequestQuery extends IdListQuery {
  readonly kind?: DataRequestKind | undefined;
  readonly state?: DataRequestState | undefined;
}

/** The requests of all customers, newest first. @throws {AppError} invalid_cursor */
export function listAllRequests(
  { cursorSecret: secret }: Pick<DataRequestsDeps, 'cursorSecret'>,
  { db }: Context,
  query: RequestQuery,
) {
  const { kind, state } = query;
  return readIdPage({ secret, name: 'dataRequests' }, query, async (range) => {
    const { id, ...page } = idPage(range);
    const where = { id, ...(kind && { kind }), ...(state && { state }) };
    return (await db.prisma.dataRequest.findMany({ where, ...page })).map(requestOf);
  });
}

type Row = Omit<DataRequest, 'kind' | 'state' | 'blockers' | 'fileBytes'> & {
  kind: string;
  state: string;
  blockers: string[];
  fileBytes: bigint | null;
};

function requestOf({ fileBytes, ...row }: Row): DataRequest {
  return { ...row, fileBytes: fileBytes === null ? null : Number(fileBytes) } as DataRequest;
}
