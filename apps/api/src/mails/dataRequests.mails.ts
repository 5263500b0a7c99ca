import { dataRequestEvents } from '../events/dataRequests.events.ts';
import { defineMail } from './defineMail.ts';

const to = 'customer';

/** The mails about a person's data. */
export const dataRequestMails = {
  exportReady: defineMail(dataRequestEvents, {
    name: 'dataExport.ready',
    event: 'dataExport.ready',
    to,
  }),
  erasureRequested: defineMail(dataRequestEvents, {
    name: 'erasure.requested',
    event: 'erasure.requested',
    to,
  }),
  erasureRefused: defineMail(dataRequestEvents, {
    name: 'erasure.refused',
    event: 'erasure.refused',
    to,
  }),
};
