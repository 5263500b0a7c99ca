import type { Handlers } from '../kernel/route.ts';
import {
  fileEtag,
  isFileOf,
  presentFile,
  presentFileDownload,
  presentOutdatedFile,
  presentOwnFile,
  presentUpload,
} from '../presenters/media.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { mediaRoutes } from '../routes/media.routes.ts';
import type { MediaFile, MediaService } from '../services/media.service.ts';
import { created, ok, page, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  media: MediaService;
  /** Where public files are found. */
  mediaUrl: string;
}

export function createMediaController({ media, mediaUrl }: Services): Handlers<typeof mediaRoutes> {
  const show = (file: MediaFile) => tagged(ok(presentFile(file, mediaUrl)), fileEtag(file));
  const showStored = ({ file, isNew }: { file: MediaFile; isNew: boolean }) => {
    if (!isNew) return show(file);
    const address = `${API_BASE}/admin/media/files/${file.id}`;
    return tagged(created(presentFile(file, mediaUrl), address), fileEtag(file));
  };
  return {
    async createUpload(ctx, { body: { customerId = null, ...input } }) {
      const { upload, put } = await media.createUpload(ctx, { ...input, customerId });
      const address = `${API_BASE}/admin/media/uploads/${upload.id}`;
      return created({ ...presentUpload(upload), put }, address);
    },

    async getUpload(ctx, { params }) {
      return ok(presentUpload(await media.getUpload(ctx, params.uploadId)));
    },

    async finalizeUpload(ctx, { params }) {
      return showStored(await media.finalize(ctx, params.uploadId));
    },

    async uploadFile(ctx, { body: { customerId = null, keep = false, ...fields }, upload }) {
      return showStored(await media.store(ctx, { ...upload, ...fields, customerId, keep }));
    },

    async fetchFile(ctx, { body }) {
      return showStored(await media.fetch(ctx, body));
    },

    async listFiles(ctx, { query }) {
      const { rows, meta } = await media.list(ctx, query);
      return page(
        rows.map((file) => presentFile(file, mediaUrl)),
        meta,
      );
    },

    async getFile(ctx, { params }) {
      return show(await media.get(ctx, params.fileId));
    },

    async getFileDownload(ctx, { params }) {
      return ok(presentFileDownload(await media.download(ctx, params.fileId)));
    },

    async updateFile(ctx, { params, headers, body }) {
      const change = { ...body, isExpected: isFileOf(headers['if-match']) };
      const changed = media.change(ctx, params.fileId, change);
      return show(await showingCurrent(changed, presentOutdatedFile));
    },

    async deleteFile(ctx, { params, headers }) {
      const expectation = { isExpected: isFileOf(headers['if-match']) };
      const removed = media.remove(ctx, params.fileId, expectation);
      return ok(presentFile(await showingCurrent(removed, presentOutdatedFile), mediaUrl));
    },

    async listOwnFiles(ctx, { query }) {
      const { rows, meta } = await media.listOwn(ctx, query);
      return page(rows.map(presentOwnFile), meta);
    },

    async getOwnFileDownload(ctx, { params }) {
      return ok(presentFileDownload(await media.downloadOwn(ctx, params.fileId)));
    },
  };
}
