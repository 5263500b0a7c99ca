import { defineDomain } from './defineDomain.ts';

export const webhooks = defineDomain({
  movesMoney: true,
  errors: { invalid_signature: [400, 'The signature is not valid'] },
  tags: {
    Webhooks: {
      group: 'Machines',
      description:
        'Endpoints that payment providers call. The shop receives webhooks and sends none, so the document lists them here and not under `webhooks`, which is for what an API sends.',
    },
  },
});
