import { notFound } from '../kernel/errors.ts';
import type { Handlers, RequestContext } from '../kernel/route.ts';
import { presentConsent } from '../presenters/consents.presenter.ts';
import type { consentRoutes } from '../routes/consents.routes.ts';
import type { ConsentsService } from '../services/consents.service.ts';
import { accepted, ok } from '../utils/response.ts';

interface Services {
  consents: ConsentsService;
}

export function createConsentsController({ consents }: Services): Handlers<typeof consentRoutes> {
  return {
    async subscribeToNewsletter(ctx, { body }) {
      await consents.subscribe(ctx, { ...body, ip: ctx.clientAddress });
      return accepted({ status: 'accepted' });
    },

    async confirmNewsletter(ctx, { body }) {
      const { wasConfirmed } = await consents.confirm(ctx, { ...body, ip: ctx.clientAddress });
      return ok({ status: wasConfirmed ? 'already_confirmed' : 'confirmed' });
    },

    async unsubscribeFromNewsletter(ctx, { body }) {
      await consents.unsubscribe(ctx, { ...body, ip: ctx.clientAddress });
      return ok({ status: 'unsubscribed' });
    },

    async importConsents(ctx, { body }) {
      const taken = await consents.import(ctx, body.consents);
      return ok({ given: body.consents.length, taken });
    },

    async getConsents(ctx) {
      return ok((await consents.own(ctx, ownId(ctx))).map(presentConsent));
    },

    async setConsents(ctx, { body }) {
      const change = { choices: body.consents, ip: ctx.clientAddress };
      return ok((await consents.setOwn(ctx, ownId(ctx), change)).map(presentConsent));
    },
  };
}

/** The customer who calls. @throws {AppError} not_found, which the permission of the routes rules out. */
function ownId({ actor }: RequestContext): string {
  if (actor.kind !== 'customer') throw notFound('customer');
  return actor.id;
}
