import { currentAmbient } from './ambient.ts';

/** How much of the answer was the database's, for the developer's tools (W3C Server Timing). */
export function serverTiming(): string {
  const request = currentAmbient();
  if (!request || request.statements === 0) return 'db;dur=0.0;desc="0 statements"';
  return `db;dur=${request.databaseMs.toFixed(1)};desc="${request.statements} statements"`;
}
