import type { Handlers } from '../kernel/route.ts';
import { presentSavedMethod, presentSetup } from '../presenters/paymentMethods.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { paymentMethodRoutes } from '../routes/paymentMethods.routes.ts';
import type { PaymentMethodsService } from '../services/paymentMethods.service.ts';
import { created, ok } from '../utils/response.ts';

interface Services {
  paymentMethods: PaymentMethodsService;
}

export function createPaymentMethodsController({
  paymentMethods,
}: Services): Handlers<typeof paymentMethodRoutes> {
  return {
    async listSavedPaymentMethods(ctx) {
      return ok((await paymentMethods.list(ctx)).map(presentSavedMethod));
    },

    async startPaymentMethodSetup(ctx, { body }) {
      const setup = await paymentMethods.startSetup(ctx, body.consent);
      return created(presentSetup(setup), `${API_BASE}/me/payment-methods`);
    },

    async savePaymentMethod(ctx, { body }) {
      return ok(presentSavedMethod(await paymentMethods.completeSetup(ctx, body.setupIntentId)));
    },

    async updateSavedPaymentMethod(ctx, { params, body }) {
      const changed = paymentMethods.setDefault(ctx, params.paymentMethodId, body);
      return ok(presentSavedMethod(await changed));
    },

    async removeSavedPaymentMethod(ctx, { params }) {
      return ok(presentSavedMethod(await paymentMethods.remove(ctx, params.paymentMethodId)));
    },
  };
}
