/** What a person's preferences may take, as JSON. */
export const MAX_PREFERENCES_BYTES = 16_384;

/** How many views a person may keep. */
export const MAX_VIEWS = 100;
