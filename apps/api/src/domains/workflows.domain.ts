import { workflowEvents } from '../events/workflows.events.ts';
import { defineDomain } from './defineDomain.ts';

export const workflows = defineDomain({
  idPrefixes: { workflow: 'wf' },
  permissions: ['workflows:read', 'workflows:write'],
  tags: {
    Workflows: {
      group: 'Staff',
      description:
        'Checkouts and refunds as steps with deadlines: which ones are stuck, and how to resolve them.',
    },
  },
  events: workflowEvents,
});
