import { createHash } from 'node:crypto';
import { statement, type Statement } from '../../db/client.ts';

/**
 * A prepared statement stays in every connection's memory on the server. The shapes that shops use
 * are few; the combinations that can be asked for are thousands, and those beyond are not prepared.
 */
const MAX_PREPARED = 200;

/** Names statements that are put together at run time by their text, the first of them for keeps. */
export function createStatementRegistry(prefix: string) {
  const known = new Map<string, Statement<object>>();
  return <Row extends object>(text: string): Statement<Row> => {
    const found = known.get(text);
    if (found) return found as Statement<Row>;
    // Without a name PostgreSQL keeps it until the next one only.
    if (known.size >= MAX_PREPARED) return statement('', text);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const made = statement<Row>(`${prefix}.${hash}`, text);
    known.set(text, made);
    return made;
  };
}
