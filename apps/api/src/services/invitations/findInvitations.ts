import { idPage } from '../../db/idPage.ts';
import type { InvitationStatus } from '../../domains/invitations.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';

/** An invitation without its token. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly locale: string | null;
  readonly roleIds: readonly string[];
  /** When the roles end that are granted by it; null for an unlimited time. */
  readonly grantExpiresAt: Date | null;
  readonly status: InvitationStatus;
  /** How many mails were sent. */
  readonly sends: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Who sent it last: an actor, as in the audit log. */
  readonly invitedBy: string;
  readonly createdAt: Date;
}

interface InvitationQuery extends IdListQuery {
  readonly status?: InvitationStatus | undefined;
}

const omit = { tokenHash: true, emailKey: true } as const;

/** Newest first. @throws {AppError} invalid_cursor */
export function listInvitations(
  { cursorSecret }: { readonly cursorSecret: string },
  { db }: Context,
  query: InvitationQuery,
) {
  const { status } = query;
  return readIdPage({ secret: cursorSecret, name: 'invitations' }, query, async (range) => {
    const { id, ...page } = idPage(range);
    const where = { id, ...(status && whereStatus(status)) };
    const rows = await db.prisma.invitation.findMany({ where, omit, ...page });
    return rows.map(invitationOf);
  });
}

/** @throws {AppError} not_found */
export async function getInvitation({ db }: Context, id: string): Promise<Invitation> {
  const row = await db.prisma.invitation.findUnique({ where: { id }, omit });
  if (!row) throw notFound('invitation');
  return invitationOf(row);
}

function whereStatus(status: InvitationStatus) {
  if (status === 'accepted') return { acceptedAt: { not: null } };
  if (status === 'revoked') return { revokedAt: { not: null } };
  const now = new Date();
  const expiresAt = status === 'pending' ? { gt: now } : { lte: now };
  return { acceptedAt: null, revokedAt: null, expiresAt };
}

function invitationOf(row: Omit<Invitation, 'status'>): Invitation {
  return { ...row, status: statusOf(row) };
}

function statusOf({ acceptedAt, revokedAt, expiresAt }: Omit<Invitation, 'status'>) {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'revoked';
  return expiresAt.getTime() > Date.now() ? 'pending' : 'expired';
}
