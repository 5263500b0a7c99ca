import type { z } from 'zod';
import type { EventSchemas } from '../events/event.ts';

/**
 * A mail as those see it who send it; what it reads and says is its content's affair
 * (`mails/<stem>/`), which only the job worker loads.
 */
export interface Mail {
  /** `noun.verb`; it is written into queued jobs and Message-IDs, so never rename it. */
  readonly name: string;
  readonly event: string;
  readonly to: 'customer' | 'staff';
  /** Its subscriber's name in `event_consumptions`: never rename it. */
  readonly consumer: string;
  /** How long it waits, for what may yet make it needless. */
  readonly delayMs: number;
  /** Whether an event of its type sends it. */
  readonly isWanted: (payload: unknown) => boolean;
}

/** A mail with what its content may read by: the payload of its event. */
export interface MailOf<Payload> extends Mail {
  /** Carries the type alone. */
  readonly payload?: Payload;
}

/** Declares a mail that an event sends. */
export function defineMail<Schemas extends EventSchemas, Type extends keyof Schemas & string>(
  /** Those of the domain whose event it is. */
  _schemas: Schemas,
  definition: Pick<Mail, 'name' | 'to'> & {
    readonly event: Type;
    readonly when?: (payload: z.output<Schemas[Type]>) => boolean;
    readonly delayMs?: number;
    readonly consumer?: string;
  },
): MailOf<z.output<Schemas[Type]>> {
  const { name, event, to, when, delayMs = 0, consumer = `mail.${name}` } = definition;
  return {
    name,
    event,
    to,
    consumer,
    delayMs,
    // It is asked about its own event alone, whose payload the compiler has checked.
    isWanted: (payload) => when?.(payload as z.output<Schemas[Type]>) ?? true,
  };
}
