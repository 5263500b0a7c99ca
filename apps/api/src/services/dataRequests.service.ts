import { withDeps } from '../utils/withDeps.ts';
import { buildExport } from './dataRequests/buildExport.ts';
import type { DataRequestsDeps } from './dataRequests/deps.ts';
import { exportToken } from './dataRequests/downloadTokens.ts';
import { erasePerson } from './dataRequests/erasePerson.ts';
import { downloadOf, openExport, readExportFile } from './dataRequests/openExport.ts';
import { purgeExports } from './dataRequests/purgeExports.ts';
import { requestErasure } from './dataRequests/requestErasure.ts';
import { requestExport } from './dataRequests/requestExport.ts';
import { getRequest, listRequests, type DataRequest } from './dataRequests/requests.ts';

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
      requestExport,
      buildExport,
      openExport,
      readFile: readExportFile,
      purgeExports,
      requestErasure,
      erase: erasePerson,
    }),
  };
}
