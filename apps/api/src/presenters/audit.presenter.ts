import type { Shown } from '../kernel/route.ts';
import type { AuditEntry } from '../services/audit.service.ts';
import type { auditEntrySchema } from '../validators/audit.validator.ts';

/** An entry of the audit log, for staff. */
export function presentAuditEntry(entry: AuditEntry): Shown<typeof auditEntrySchema> {
  return {
    id: entry.id,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    reason: entry.reason,
    details: membersOf(entry.details) ?? {},
    before: membersOf(entry.before),
    after: membersOf(entry.after),
    ip: entry.ip,
    requestId: entry.requestId,
    createdAt: entry.createdAt.toISOString(),
    seal: entry.seal,
    erasedAt: entry.erasedAt?.toISOString() ?? null,
  };
}

/** The shop records objects only. */
function membersOf(json: unknown): Record<string, unknown> | null {
  return typeof json === 'object' && json !== null ? { ...json } : null;
}
