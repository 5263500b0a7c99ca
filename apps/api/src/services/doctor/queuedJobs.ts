/**
 * Selects the payloads of jobs that will still be run, or wait for a person; the library's view of them
 * has no payloads.
 * @param name an SQL expression.
 */
export const jobsNamed = (name: string) =>
  `SELECT j.payload FROM graphile_worker._private_jobs j
   JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = ${name}`;
