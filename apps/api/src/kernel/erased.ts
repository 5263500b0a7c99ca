/** What stands in place of a text that an erasure has removed; triggers of ledgers allow no other. */
export const ERASED_TEXT = '[erased]';

/** In place of an erased e-mail address. The domain never exists (RFC 2606), and no mail is sent to it. */
export const ERASED_EMAIL = 'erased@erased.invalid';
