import process from 'node:process';

/** The account that may do nothing, on Linux. */
const NO_ONE = 65_534;

/** Does something without the rights of root, whom no mode of a file keeps out. */
export async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NO_ONE);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
