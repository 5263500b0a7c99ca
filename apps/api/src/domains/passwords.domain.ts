import { defineDomain } from './defineDomain.ts';

export const passwords = defineDomain({
  errors: {
    password_too_weak: [422, 'The password is easy to guess'],
  },
});
