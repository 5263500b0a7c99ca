/** The access token of a browser. The prefix binds it to this host, to HTTPS and to the whole site (RFC 6265bis). */
export const ACCESS_COOKIE = '__Host-cw_access';

/** The refresh token of a browser, which only the routes of sessions see. */
export const REFRESH_COOKIE = '__Secure-cw_refresh';
/** Says that someone has signed in with this browser before. */
export const DEVICE_COOKIE = '__Secure-cw_device';

/** Takes the access cookie away, where its session has ended. */
export const clearedAccessCookie = `${ACCESS_COOKIE}=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0`;
