import { currentRequest } from '../kernel/requestStore.ts';

/** What `Server-Timing` says where the database was not asked. */
export const NO_STATEMENTS = 'db;dur=0.0;desc="0 statements"';

/** How much of the answer was the database's, for the developer's tools (W3C Server Timing). */
export function serverTiming(): string {
  const request = currentRequest();
  if (!request || request.statements === 0) return NO_STATEMENTS;
  return `db;dur=${request.databaseMs.toFixed(1)};desc="${request.statements} statements"`;
}
