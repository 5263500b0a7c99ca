import type { Handlers } from '../kernel/route.ts';
import {
  presentMachineClient,
  presentMadeMachineClient,
} from '../presenters/machineClients.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { machineClientRoutes } from '../routes/machineClients.routes.ts';
import type { ApiKeysService } from '../services/apiKeys.service.ts';
import { created, ok, page } from '../utils/response.ts';

interface Services {
  apiKeys: ApiKeysService;
}

const kind = 'client';

export function createMachineClientsController({
  apiKeys,
}: Services): Handlers<typeof machineClientRoutes> {
  return {
    async listMachineClients(ctx, { query }) {
      const { rows, meta } = await apiKeys.list(ctx, { ...query, kinds: [kind] });
      return page(rows.map(presentMachineClient), meta);
    },

    async createMachineClient(ctx, { body }) {
      const made = await apiKeys.create(ctx, { ...body, kind });
      const address = `${API_BASE}/admin/machine-clients/${made.apiKey.id}`;
      return created(presentMadeMachineClient(made), address);
    },

    async getMachineClient(ctx, { params }) {
      return ok(presentMachineClient(await apiKeys.get(ctx, params.clientId)));
    },

    async changeMachineClient(ctx, { params, body }) {
      return ok(presentMachineClient(await apiKeys.changeClient(ctx, params.clientId, body)));
    },

    async rotateMachineClientSecret(ctx, { params, body }) {
      return ok(presentMadeMachineClient(await apiKeys.rotate(ctx, params.clientId, body)));
    },

    async revokeMachineClient(ctx, { params, body }) {
      return ok(presentMachineClient(await apiKeys.revoke(ctx, params.clientId, body.reason)));
    },

    async takeMachineClient(ctx, { params, body }) {
      return ok(presentMachineClient(await apiKeys.take(ctx, params.clientId, body.reason)));
    },
  };
}
