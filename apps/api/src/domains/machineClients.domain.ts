import { defineDomain } from './defineDomain.ts';

export const machineClients = defineDomain({
  idPrefixes: { machineClient: 'mcl' },
  tags: {
    'Machine clients': {
      group: 'Staff',
      description:
        'Clients of OAuth 2 that get short tokens for their secret (`POST /auth/token`, client credentials).',
    },
  },
});
