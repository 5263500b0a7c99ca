import type { Context } from '../kernel/context.ts';
import { withDeps } from '../utils/withDeps.ts';
import type { DataRequestsDeps } from './dataRequests/deps.ts';
import { exportToken } from './dataRequests/downloadTokens.ts';
import { downloadOf, openExport, readExportFile } from './dataRequests/openExport.ts';
import { purgeExports } from './dataRequests/purgeExports.ts';
import { requestErasure } from './dataRequests/requestErasure.ts';
import { requestExport } from './dataRequests/requestExport.ts';
import {
  getRequest,
  listAllRequests,
  listRequests,
  type DataRequest,
} from './dataRequests/requests.ts';

export type { DataRequest } from './dataRequests/requests.ts';
export type { Download } from './dataRequests/openExport.ts';
export type DataRequestsService = ReturnType<typeof createDataRequestsService>;

/** Copies of all that the shop has of a customer, and the erasure of it. */
export function createDataRequestsService(deps: DataRequestsDeps) {
  return {
    get: getRequest,
    list: listRequests,
    /** The token in the mail's link to an export. */
    linkTokenOf: (request: { id: string; expiresAt: Date }) => exportToken(deps, 'link', request),
    /** How to fetch an export now; undefined where there is nothing to fetch. */
    downloadOf: (request: DataRequest) => downloadOf(deps, request),
    ...withDeps(deps, {
      listAll: listAllRequests,
      requestExport,
      openExport,
      readFile: readExportFile,
      purgeExports,
      requestErasure,
    }),
    /** The job that makes the file of an export. Only a worker that runs it loads it. */
    async buildExport(ctx: Context, requestId: string): Promise<void> {
      const { buildExport } = await import('./dataRequests/buildExport.ts');
      await buildExport(deps, ctx, requestId);
    },
    /** The job that erases a person. Only a worker that runs it loads it. */
    async erase(ctx: Context, requestId: string): Promise<void> {
      const { erasePerson } = await import('./dataRequests/erasePerson.ts');
      await erasePerson(deps, ctx, requestId);
    },
    /** The job of the night that follows. Only a worker that runs it loads it. */
    async eraseSettledOrders(ctx: Context): Promise<void> {
      const { eraseSettledOrders } = await import('./dataRequests/guestOrders.ts');
      await eraseSettledOrders(deps, ctx);
    },
  };
}
