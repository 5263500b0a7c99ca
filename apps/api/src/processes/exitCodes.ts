/**
 * A child's exit code when a restart is pointless (EX_CONFIG of sysexits.h); it has reported the
 * reason.
 */
export const UNUSABLE = 78;

/** The exit code of an invalid command line (EX_USAGE). */
export const WRONG_USAGE = 64;
