import { createHash } from 'node:crypto';
import { composedStatement, type Statement } from '../../db/statement.ts';

type Values = Record<string, unknown>;

/**
 * A prepared statement stays in every connection's memory on the server. The shapes that shops use
 * are few; the combinations that can be asked for are thousands, and those beyond are not prepared.
 */
const MAX_PREPARED = 200;

/** Names statements that are put together at run time by their text, the first of them for keeps. */
export function createStatementRegistry(prefix: string) {
  const known = new Map<string, Statement<Values, object>>();
  return <Row extends object>(sql: string): Statement<Values, Row> => {
    const found = known.get(sql);
    if (found) return found as Statement<Values, Row>;
    // Without a name PostgreSQL keeps it until the next one only.
    if (known.size >= MAX_PREPARED) return composedStatement('', sql);
    const hash = createHash('sha256').update(sql).digest('hex').slice(0, 16);
    const made = composedStatement<Values, Row>(`${prefix}.${hash}`, sql);
    known.set(sql, made);
    return made;
  };
}
