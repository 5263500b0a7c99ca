import { defineRoutes } from '../kernel/route.ts';
import { setupSchema } from '../validators/setup.validator.ts';

export const setupRoutes = defineRoutes({
  getSetup: {
    method: 'get',
    path: '/admin/setup',
    summary: 'Get the setup checklist',
    description:
      'What is missing before the first sale: products, a shipping zone and option for the default country, tax, the sender of mails, the mail server, the payment providers. Each step has its state and what to do next. `npm run shop:apply` sets up zones, rates and taxes.',
    tag: 'Operations',
    permission: 'setup:read',
    cache: 'private',
    request: {},
    responses: { 200: { description: 'Each step with its state.', schema: setupSchema } },
    errors: [],
  },
});
