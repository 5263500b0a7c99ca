import type { Container } from '../container.ts';
import type { RunnableJob } from '../jobs/runnableJob.ts';
import type { Route } from '../kernel/route.ts';
import type { Content, LoadContent } from '../mails/content.ts';

/** What `<stem>.http.ts` exports: the domain's routes with their handlers. */
interface HttpModule {
  /** @param all returns the routes of every domain, as soon as each has made its own. */
  readonly routes: (container: Container, all: () => readonly Route[]) => Route[];
}

/** What handlers of jobs may ask for. */
export type JobServices = Container['services'] & { readonly loadContent: LoadContent };

/** What `<stem>.jobs.ts` exports: the domain's jobs with their handlers. */
interface JobsModule {
  readonly jobs: readonly RunnableJob<JobServices>[];
}

/** What `mails/<stem>/contents.ts` exports: what the domain's mails read and say. */
interface MailsModule {
  readonly contents: readonly Content[];
}

/** What a domain runs. Each process loads its own part: an HTTP worker no handler, the job worker no route. */
export interface Wiring {
  readonly http?: () => Promise<HttpModule>;
  readonly jobs?: () => Promise<JobsModule>;
  readonly mails?: () => Promise<MailsModule>;
}
