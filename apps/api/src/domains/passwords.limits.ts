/** Characters (code points) of a new password. There are no rules about which ones. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 256;
