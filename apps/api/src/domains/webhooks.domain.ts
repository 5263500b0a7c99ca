import { defineDomain } from './defineDomain.ts';

export const webhooks = defineDomain({
  errors: { invalid_signature: [400, 'The signature is not valid'] },
  tags: {
    Webhooks: {
      group: 'Machines',
      description:
        'What payment providers call. The shop receives webhooks and sends none of its own, so that the document has them as an operation here and not under `webhooks`, which is for what an API sends.',
    },
  },
});
