import { openTo, type Reader } from '../kernel/fieldPermissions.ts';
import type { Shown } from '../kernel/route.ts';
import type { AuditEntry } from '../services/audit.service.ts';
import type { auditEntrySchema } from '../validators/audit.validator.ts';

/** Whose members an entry repeats, by the beginning of its subject's id. */
const repeated = { cus: 'Customer', ord: 'StaffOrder' } as const;

/** An entry of the audit log, for staff: it shows no more of its subject than the subject's own route. */
export function presentAuditEntry(
  reader: Reader,
  entry: AuditEntry,
): Shown<typeof auditEntrySchema> {
  const open = (json: unknown) => openMembers(reader, entry.subject, json);
  return {
    id: entry.id,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    reason: entry.reason,
    details: open(entry.details) ?? {},
    before: open(entry.before),
    after: open(entry.after),
    ip: entry.ip,
    requestId: entry.requestId,
    createdAt: entry.createdAt.toISOString(),
    seal: entry.seal,
    erasedAt: entry.erasedAt?.toISOString() ?? null,
  };
}

/** The shop records objects only. */
function openMembers(reader: Reader, subject: string, json: unknown) {
  if (typeof json !== 'object' || json === null) return null;
  const name = Object.entries(repeated).find(([prefix]) => subject.startsWith(`${prefix}_`))?.[1];
  return name ? openTo(reader, name, { ...json }) : { ...json };
}
