import { z } from 'zod';
import { AppError } from '../../kernel/errors.ts';

/** Ids and types are short ASCII; what is longer, or holds what PostgreSQL's text cannot (U+0000), is no event. */
const id = z.string().regex(/^\w{1,255}$/);

/** Of an event what the inbox reads; the rest of it is kept and not looked at. */
const eventSchema = z.object({
  id,
  type: z.string().regex(/^[\w.]{1,255}$/),
  livemode: z.boolean().default(false),
  account: id.nullish().transform((account) => account ?? null),
  data: z.object({ object: z.object({ id: id.optional().catch(undefined) }) }),
});

/** A webhook's event, as far as it is read. */
export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  /** The id of what it tells of; some objects have none. */
  readonly objectId: string | null;
  readonly livemode: boolean;
  /** The connected account that it is of; null is the shop's own. */
  readonly account: string | null;
}

/** @throws {AppError} malformed_json, validation_failed: it was signed, and is no event of Stripe's. */
export function readEvent(body: Buffer): ReceivedEvent {
  const parsed = eventSchema.safeParse(parse(body));
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, code, message }) => ({
      path: ['body', ...path].join('.'),
      code,
      message,
    }));
    throw new AppError('validation_failed', 'The body is not a Stripe event.', { errors });
  }
  const { data, ...event } = parsed.data;
  return { ...event, objectId: data.object.id ?? null };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    throw new AppError('malformed_json', 'The body is not JSON.', { cause: error });
  }
}
