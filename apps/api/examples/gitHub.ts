import { startGitHubServer } from '../tests/helpers/gitHubServer.ts';
import { once } from '../src/utils/once.ts';

/** A GitHub on this machine, at which Mary is signed in. */
export const startGitHub = once(() =>
  startGitHubServer({
    id: 583_231,
    name: 'Mary Jackson',
    emails: [{ email: 'mary.jackson@example.com', primary: true, verified: true }],
  }),
);
