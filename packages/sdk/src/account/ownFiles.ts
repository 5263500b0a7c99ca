import { unwrap, type Api } from '../api.ts';
import type { FileDownload } from '../areas/uploads.ts';
import { initOf, type CallOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';
import { paginate, type Page } from '../paginate.ts';

export type OwnFile = components['schemas']['OwnFile'];
type FileQuery = NonNullable<operations['listOwnFiles']['parameters']['query']>;

/** What the shop keeps for the customer who is signed in. */
export function createOwnFiles(api: Api) {
  const filePage = async (
    query: FileQuery = {},
    options: CallOptions = {},
  ): Promise<Page<OwnFile>> =>
    unwrap(api.GET('/api/v1/me/files', { params: { query }, ...initOf(options) }));

  return {
    /** One page, newest first. */
    page: filePage,

    /** Every file, over all pages. */
    list(query: FileQuery = {}, options?: CallOptions) {
      return paginate(
        (cursor) => filePage(cursor === undefined ? query : { ...query, cursor }, options),
        query.cursor,
      );
    },

    /**
     * Where to fetch a file: anyone who has the address may do so for 5 minutes.
     * @throws {CartwrightProblem} not_found
     */
    async download(fileId: string, options: CallOptions = {}): Promise<FileDownload> {
      const init = { params: { path: { fileId } }, ...initOf(options) };
      return (await unwrap(api.GET('/api/v1/me/files/{fileId}/download', init))).data;
    },
  };
}
