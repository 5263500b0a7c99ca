import type { Shown } from '../kernel/route.ts';
import type { DataRequest, Download } from '../services/dataRequests.service.ts';
import type {
  dataRequestSchema,
  downloadSchema,
  ownDataRequestSchema,
} from '../validators/dataRequests.validator.ts';

export function presentDataRequest(request: DataRequest): Shown<typeof dataRequestSchema> {
  return {
    id: request.id,
    kind: request.kind,
    customerId: request.customerId,
    state: request.state,
    requestedBy: request.requestedBy,
    blockers: request.blockers,
    bytes: request.fileBytes,
    createdAt: request.createdAt.toISOString(),
    finishedAt: request.finishedAt?.toISOString() ?? null,
    expiresAt: request.expiresAt?.toISOString() ?? null,
  };
}

/** A request as its customer sees it. @param downloads the address below which files are. */
export function presentOwnRequest(
  request: DataRequest,
  download: Download | undefined,
  downloads: string,
): Shown<typeof ownDataRequestSchema> {
  return {
    ...presentDataRequest(request),
    download: download ? presentDownload(download, downloads) : null,
  };
}

export function presentDownload(
  { token, expiresAt }: Download,
  downloads: string,
): Shown<typeof downloadSchema> {
  return { url: `${downloads}/${token}`, expiresAt: expiresAt.toISOString() };
}
