/** The roles of the user `u` as JSON, each with when its grant ends. */
export const rolesOfUser = (where = 'g.id IS NOT NULL') => `(
      SELECT coalesce(json_agg(json_build_object('name', r.name, 'builtIn', r.built_in,
        'permissions', r.permissions, 'withheld', r.withheld, 'expiresAt', g.expires_at) ORDER BY r.id), '[]')
      FROM roles r LEFT JOIN role_grants g ON g.role_id = r.id AND g.user_id = u.id
        AND (g.expires_at IS NULL OR g.expires_at > now())
      WHERE ${where})`;

/** When the first of the grants of the user `u` ends. */
export const firstGrantEnd = `(SELECT min(g.expires_at) FROM role_grants g
      WHERE g.user_id = u.id AND g.expires_at > now())`;
