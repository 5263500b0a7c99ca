import { z } from 'zod';

const ofRequest = z.object({ requestId: z.string(), customerId: z.string() });

export const dataRequestEvents = {
  /** The file with all that the shop has of a customer can be fetched. */
  'dataExport.ready': ofRequest,
  /** The customer's data will be erased within the hour, and their sessions have ended. */
  'erasure.requested': ofRequest,
  /** Something stood in the way by the time it ran; the account works again. */
  'erasure.refused': ofRequest,
  /** Nothing of the shop says any longer who the customer was. */
  'customer.erased': ofRequest,
};
