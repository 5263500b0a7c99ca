import { statement } from '../../db/statement.ts';

/** Locks a role, so that what is checked of it stays true until it is written. */
export const lockRole = statement('roles.lock')<{ id: string }, { id: string }>(
  `SELECT id FROM roles WHERE id = :id FOR UPDATE`,
);

/** Keeps a role as it is until the transaction ends, beside others who grant it. */
export const shareRole = statement('roles.share')<{ id: string }, { id: string }>(
  `SELECT id FROM roles WHERE id = :id FOR SHARE`,
);
