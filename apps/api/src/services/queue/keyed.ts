/**
 * The flag of a job that was queued under a key. When another is queued under the key of one that
 * runs, the library takes away that one's key and what it has left of attempts; the flag stays.
 */
export const KEYED = 'keyed';
