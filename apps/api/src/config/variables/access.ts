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
};
