/** A child ends with this when trying again is pointless (EX_CONFIG of sysexits.h); it has said why. */
export const UNUSABLE = 78;

/** The command was not written as it should be (EX_USAGE). */
export const WRONG_USAGE = 64;
