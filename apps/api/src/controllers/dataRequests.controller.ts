import { notFound } from '../kernel/errors.ts';
import type { Handlers, RequestContext } from '../kernel/route.ts';
import {
  presentDataRequest,
  presentDownload,
  presentOwnRequest,
} from '../presenters/dataRequests.presenter.ts';
import type { dataRequestRoutes } from '../routes/dataRequests.routes.ts';
import type { DataRequestsService } from '../services/dataRequests.service.ts';
import { accepted, ok, page } from '../utils/response.ts';

interface Deps {
  dataRequests: DataRequestsService;
  /** The address below which files are. */
  downloads: string;
}

export function createDataRequestsController({
  dataRequests,
  downloads,
}: Deps): Handlers<typeof dataRequestRoutes> {
  return {
    async requestDataExport(ctx) {
      const request = await dataRequests.requestExport(ctx, { customerId: ownId(ctx) });
      return accepted(presentOwnRequest(request, dataRequests.downloadOf(request), downloads));
    },

    async getDataExport(ctx, { params }) {
      const request = await dataRequests.get(ctx, params.requestId, { customerId: ownId(ctx) });
      return ok(presentOwnRequest(request, dataRequests.downloadOf(request), downloads));
    },

    async openDataExport(ctx, { body }) {
      return ok(presentDownload(await dataRequests.openExport(ctx, body.token), downloads));
    },

    async requestErasure(ctx, { body }) {
      const terms = { forfeitsCredit: body.forfeitCredit, assumesShipped: false };
      const given = { customerId: ownId(ctx), ...terms };
      return accepted(presentDataRequest(await dataRequests.requestErasure(ctx, given)));
    },

    async listAllDataRequests(ctx, { query }) {
      const { rows, meta } = await dataRequests.listAll(ctx, query);
      return page(rows.map(presentDataRequest), meta);
    },

    async listDataRequests(ctx, { params }) {
      return ok((await dataRequests.list(ctx, params.customerId)).map(presentDataRequest));
    },

    async exportCustomer(ctx, { params, body }) {
      return accepted(
        presentDataRequest(await dataRequests.requestExport(ctx, { ...params, ...body })),
      );
    },

    async eraseCustomer(ctx, { params, body: { forfeitCredit, assumeShipped, reason } }) {
      const terms = { forfeitsCredit: forfeitCredit, assumesShipped: assumeShipped };
      const given = { ...params, ...terms, reason };
      return accepted(presentDataRequest(await dataRequests.requestErasure(ctx, given)));
    },
  };
}

/** The customer who calls. @throws {AppError} not_found, which the permission of the routes rules out. */
function ownId({ actor }: RequestContext): string {
  if (actor.kind !== 'customer') throw notFound('customer');
  return actor.id;
}
