/**
 * Whether a job's payload `p` is of the provider's event `e`, as SQL. Jobs that were queued before
 * there was more than one provider name none.
 */
export const isPayloadOf = (p: string) =>
  `${p} ->> 'eventId' = e.id AND coalesce(${p} ->> 'provider', 'stripe') = e.provider`;

/** Whether the audit entry `a` is staff's discarding of a job of the provider's event `e`, as SQL. */
export const isDiscardOf = `a.action = 'job.discard' AND ${isPayloadOf("(a.details -> 'payload')")}`;
