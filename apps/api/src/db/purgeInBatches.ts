const BATCH = 1000;

/**
 * Deletes batch after batch, so that no statement of a purge locks more rows than a batch has.
 * @param deleteBatch deletes at most `limit` rows, and returns how many it found.
 */
export async function purgeInBatches(
  deleteBatch: (limit: number) => Promise<number>,
): Promise<void> {
  while ((await deleteBatch(BATCH)) === BATCH);
}
