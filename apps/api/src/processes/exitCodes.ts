/** A child ends with this when trying again is pointless (EX_CONFIG of sysexits.h); it has said why. */
export const UNUSABLE = 78;
