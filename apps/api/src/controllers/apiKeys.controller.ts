import { apiKeyKinds } from '../domains/apiKeys.enums.ts';
import type { Handlers } from '../kernel/route.ts';
import { presentApiKey, presentMadeApiKey } from '../presenters/apiKeys.presenter.ts';
import type { apiKeyRoutes } from '../routes/apiKeys.routes.ts';
import { API_BASE } from '../routes/base.ts';
import type { ApiKeysService } from '../services/apiKeys.service.ts';
import { created, ok, page } from '../utils/response.ts';

interface Services {
  apiKeys: ApiKeysService;
}

export function createApiKeysController({ apiKeys }: Services): Handlers<typeof apiKeyRoutes> {
  return {
    async listApiKeys(ctx, { query }) {
      const { kind, ...range } = query;
      const kinds = kind ? [kind] : apiKeyKinds;
      const { rows, meta } = await apiKeys.list(ctx, { ...range, kinds });
      return page(rows.map(presentApiKey), meta);
    },

    async createApiKey(ctx, { body }) {
      const made = await apiKeys.create(ctx, body);
      return created(presentMadeApiKey(made), `${API_BASE}/admin/api-keys/${made.apiKey.id}`);
    },

    async getApiKey(ctx, { params }) {
      return ok(presentApiKey(await apiKeys.get(ctx, params.keyId)));
    },

    async rotateApiKey(ctx, { params, body }) {
      return ok(presentMadeApiKey(await apiKeys.rotate(ctx, params.keyId, body)));
    },

    async takeApiKey(ctx, { params, body }) {
      return ok(presentApiKey(await apiKeys.take(ctx, params.keyId, body.reason)));
    },

    async revokeApiKey(ctx, { params, body }) {
      return ok(presentApiKey(await apiKeys.revoke(ctx, params.keyId, body.reason)));
    },
  };
}
