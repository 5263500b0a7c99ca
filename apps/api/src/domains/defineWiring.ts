import type { Container } from '../container.ts';
import type { RunnableJob } from '../jobs/runnableJob.ts';
import type { Route } from '../kernel/route.ts';

/** What `<stem>.http.ts` exports: the domain's routes with their handlers. */
export interface HttpModule {
  readonly routes: (container: Container) => Route[];
}

/** What `<stem>.jobs.ts` exports: the domain's jobs with their handlers. */
export interface JobsModule {
  readonly jobs: readonly RunnableJob<Container['services']>[];
}

/** What a domain runs. Each process loads its own part: an HTTP worker no handler, the job worker no route. */
export interface Wiring {
  readonly http?: () => Promise<HttpModule>;
  readonly jobs?: () => Promise<JobsModule>;
}
