import { integer } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** Who may do what. */
export const access = {
  STEP_UP_MINUTES: integer(1, 1440).default(10).register(documentation, {
    group: 'Access',
    description:
      'How long a second factor (or the password of those without one) counts as fresh for roles, keys and the like.',
    default: '10',
    example: '5',
  }),
  PASSWORD_BCRYPT_COST: integer(4, 15).optional().register(documentation, {
    group: 'Access',
    description:
      'The cost of new password hashes, 12 to 15 (from 4 in test); each step doubles the time of a sign-in. After a rise, a password is hashed again at its next sign-in.',
    default: '12; 4 in test',
    example: '13',
  }),
};
