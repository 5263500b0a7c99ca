/** The values of a statement that is put together; text from outside enters SQL through here alone. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns the placeholder that stands for the value. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}
