/** A digest of JSON, in hexadecimal digits, as SQL. The digits of JSON are one text for one value. */
const digestOf = (...values: readonly string[]) =>
  `encode(sha256(convert_to(json_build_array(${values.join(', ')})::text, 'UTF8')), 'hex')`;

/**
 * Over what may be erased of the entry `e`, as SQL. The salt is erased with it, so the digest that
 * stays reveals nothing.
 */
export const personalDigestOfEntry = digestOf(
  'e.salt',
  'e.reason',
  'e.details',
  'e.before',
  'e.after',
  'e.ip',
);

const entryHash = digestOf(
  'e.id',
  'e.actor',
  'e.action',
  'e.subject',
  'e.request_id',
  '(extract(epoch FROM e.created_at) * 1000)::bigint',
  'e.personal_digest',
);

/** Over the entries `e` of one seal, in their order: an aggregate, as SQL. */
export const contentHashOfEntries = `encode(sha256(convert_to(
  string_agg(${entryHash}, '' ORDER BY e.position, e.id), 'UTF8')), 'hex')`;

/** Over the seal `s` and, by the hash of the one before it, over all that came before; as SQL. */
export const hashOfSeal = `encode(sha256(convert_to(concat_ws(':', s.number, s.previous_hash,
  s.entries, s.content_hash, s.key_id, (extract(epoch FROM s.created_at) * 1000)::bigint), 'UTF8')), 'hex')`;
