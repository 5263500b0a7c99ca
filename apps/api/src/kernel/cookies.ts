/** The access token of a browser. The prefix binds it to this host, to HTTPS and to the whole site (RFC 6265bis). */
export const ACCESS_COOKIE = '__Host-cw_access';

/** Takes the access cookie away, where its session has ended. */
export const clearedAccessCookie = `${ACCESS_COOKIE}=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0`;
