/**
 * The INSERT of one row, with each column beside its value.
 * @param values column → SQL, in the order of the columns.
 */
export function insertSql(table: string, values: Readonly<Record<string, string>>): string {
  const columns = Object.keys(values).join(', ');
  return `INSERT INTO ${table} (${columns}) VALUES (${Object.values(values).join(', ')})`;
}
