import { defineDomain } from './defineDomain.ts';

export const setup = defineDomain({
  permissions: ['setup:read'],
});
