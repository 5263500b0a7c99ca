import { defineDomain } from './defineDomain.ts';

export const audit = defineDomain({
  idPrefixes: { audit: 'aud' },
  permissions: ['audit:read'],
  tags: {
    'Audit log': {
      group: 'Staff',
      description: 'What was done by hand, by whom, and why, in a chain that shows tampering.',
    },
  },
});
