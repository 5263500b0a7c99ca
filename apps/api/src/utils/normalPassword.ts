/**
 * A password in the one spelling that is hashed: NFKC, which NIST SP 800-63B (5.1.1.2) recommends.
 * Keyboards and systems compose the same letter differently, and some type full-width digits.
 */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** The spelling in which passwords are compared with common ones: guesses vary the case first. */
export function foldedPassword(password: string): string {
  return normalPassword(password).toLowerCase();
}
