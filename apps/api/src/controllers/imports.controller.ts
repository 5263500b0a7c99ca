import type { Handlers } from '../kernel/route.ts';
import { presentImport, presentReportRow } from '../presenters/imports.presenter.ts';
import type { importRoutes } from '../routes/imports.routes.ts';
import type { CatalogImport, ImportsService, ReportRow } from '../services/imports.service.ts';
import { accepted, events, ok, page, rows } from '../utils/response.ts';

interface Services {
  imports: ImportsService;
}

/** The id of the last event. */
const END = 'end';

export function createImportsController({ imports }: Services): Handlers<typeof importRoutes> {
  async function* eventsOf(states: AsyncIterable<CatalogImport>) {
    for await (const state of states) {
      const data = presentImport(state);
      yield imports.isFinal(state) ? { name: END, id: END, data } : { name: 'progress', data };
    }
  }

  return {
    async createImport(ctx, { body }) {
      return accepted(presentImport(await imports.create(ctx, body)));
    },

    async listImports(ctx, { query }) {
      const { rows: found, meta } = await imports.list(ctx, query);
      return page(found.map(presentImport), meta);
    },

    async getImport(ctx, { params }) {
      return ok(presentImport(await imports.get(ctx, params.importId)));
    },

    async watchImport(ctx, { params: { importId: id }, headers }) {
      // Refused here, before the answer begins.
      const found = await imports.get(ctx, id);
      if (headers['last-event-id'] === END && imports.isFinal(found)) return { status: 204 };
      return events((signal) => eventsOf(imports.watch(ctx, { id, signal })));
    },

    async getImportReport(ctx, { params }) {
      return rows(shown(await imports.report(ctx, params.importId)));
    },

    async cancelImport(ctx, { params }) {
      return accepted(presentImport(await imports.cancel(ctx, params.importId)));
    },
  };
}

async function* shown(found: AsyncIterable<ReportRow>) {
  for await (const row of found) yield presentReportRow(row);
}
