/**
 * A child's exit code when a restart is pointless (of sysexits.h); it has reported the
 * reason.
 */
export const EX_CONFIG = 78;

/** The exit code of an invalid command line (sysexits.h). */
export const EX_USAGE = 64;
