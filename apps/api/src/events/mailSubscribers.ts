import { sendEmailJob } from '../jobs/email.send.job.ts';
import type { Mail } from '../mails/defineMail.ts';
import type { Subscriber } from './defineSubscriber.ts';

/** A subscriber for each consumer that the mails name: a job for each mail that an event sends. */
export function mailSubscribers(mails: readonly Mail[]): Subscriber[] {
  return [...Map.groupBy(mails, ({ consumer }) => consumer)].map(([consumer, own]) => ({
    consumer,
    events: [...new Set(own.map(({ event }) => event))],
    job: sendEmailJob,
    toJobs: ({ type, payload }) =>
      own
        .filter((mail) => mail.event === type && mail.isWanted(payload))
        .map((mail) => ({ payload: { mail: mail.name, about: payload }, ...timeOf(mail) })),
  }));
}

function timeOf({ delayMs }: Mail): { runAt?: Date } {
  return delayMs === 0 ? {} : { runAt: new Date(Date.now() + delayMs) };
}
