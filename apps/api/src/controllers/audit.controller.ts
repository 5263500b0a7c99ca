import type { Handlers } from '../kernel/route.ts';
import { presentAuditEntry } from '../presenters/audit.presenter.ts';
import type { auditRoutes } from '../routes/audit.routes.ts';
import type { AuditService } from '../services/audit.service.ts';
import { mapRows } from '../utils/mapRows.ts';
import { page, rows } from '../utils/response.ts';

export function createAuditController({
  audit,
}: {
  audit: AuditService;
}): Handlers<typeof auditRoutes> {
  return {
    async listAuditEntries(ctx, { query }) {
      const { rows, meta } = await audit.list(ctx, query);
      return page(
        rows.map((entry) => presentAuditEntry(ctx, entry)),
        meta,
      );
    },

    async exportAuditEntries(ctx, { query }) {
      return rows(mapRows(audit.export(ctx, query), (entry) => presentAuditEntry(ctx, entry)));
    },
  };
}
