import type { Wiring } from './defineWiring.ts';

/** Every domain that has routes or jobs, in the order of a shopper's journey: the document's order. */
export const wiring: readonly Wiring[] = [
  { http: () => import('./root.http.ts') },
  { http: () => import('./shop.http.ts') },
  { http: () => import('./proofOfWork.http.ts') },
  { http: () => import('./products.http.ts') },
  { http: () => import('./catalogExport.http.ts') },
  { http: () => import('./media.http.ts'), jobs: () => import('./media.jobs.ts') },
  { http: () => import('./imports.http.ts'), jobs: () => import('./imports.jobs.ts') },
  { http: () => import('./categories.http.ts') },
  { http: () => import('./countries.http.ts') },
  { http: () => import('./carts.http.ts'), jobs: () => import('./carts.jobs.ts') },
  { http: () => import('./checkout.http.ts') },
  {
    http: () => import('./orders.http.ts'),
    jobs: () => import('./orders.jobs.ts'),
    mails: () => import('../mails/orders/contents.ts'),
  },
  {
    http: () => import('./payments.http.ts'),
    jobs: () => import('./payments.jobs.ts'),
    mails: () => import('../mails/payments/contents.ts'),
  },
  {
    http: () => import('./refunds.http.ts'),
    mails: () => import('../mails/refunds/contents.ts'),
  },
  { http: () => import('./credit.http.ts') },
  {
    http: () => import('./disputes.http.ts'),
    mails: () => import('../mails/disputes/contents.ts'),
  },
  {
    http: () => import('./auth.http.ts'),
    jobs: () => import('./auth.jobs.ts'),
    mails: () => import('../mails/auth/contents.ts'),
  },
  {
    http: () => import('./factors.http.ts'),
    jobs: () => import('./factors.jobs.ts'),
    mails: () => import('../mails/factors/contents.ts'),
  },
  {
    http: () => import('./signInProviders.http.ts'),
    jobs: () => import('./signInProviders.jobs.ts'),
    mails: () => import('../mails/signInProviders/contents.ts'),
  },
  { http: () => import('./roles.http.ts') },
  { http: () => import('./profile.http.ts') },
  {
    http: () => import('./paymentMethods.http.ts'),
    jobs: () => import('./paymentMethods.jobs.ts'),
  },
  { http: () => import('./customers.http.ts') },
  {
    http: () => import('./customerGroups.http.ts'),
    jobs: () => import('./customerGroups.jobs.ts'),
  },
  {
    http: () => import('./consents.http.ts'),
    jobs: () => import('./consents.jobs.ts'),
    mails: () => import('../mails/consents/contents.ts'),
  },
  {
    http: () => import('./dataRequests.http.ts'),
    jobs: () => import('./dataRequests.jobs.ts'),
    mails: () => import('../mails/dataRequests/contents.ts'),
  },
  { http: () => import('./staff.http.ts') },
  {
    http: () => import('./invitations.http.ts'),
    mails: () => import('../mails/invitations/contents.ts'),
  },
  { http: () => import('./preferences.http.ts') },
  { http: () => import('./apiKeys.http.ts') },
  { http: () => import('./machineClients.http.ts') },
  { http: () => import('./companies.http.ts'), jobs: () => import('./companies.jobs.ts') },
  { http: () => import('./workflows.http.ts'), jobs: () => import('./workflows.jobs.ts') },
  { http: () => import('./jobs.http.ts') },
  { http: () => import('./audit.http.ts'), jobs: () => import('./audit.jobs.ts') },
  { jobs: () => import('./webhooks.jobs.ts') },
  { http: () => import('./doctor.http.ts') },
  { http: () => import('./setup.http.ts') },
  { jobs: () => import('./idempotency.jobs.ts') },
  { jobs: () => import('./limits.jobs.ts') },
  { jobs: () => import('./email.jobs.ts') },
];
