/** The parameters of a statement that is put together; text from outside enters SQL through here alone. */
export class Parameters {
  readonly values: Record<string, unknown> = {};
  #count = 0;

  /** @returns the placeholder of the value. */
  add(value: unknown): string {
    const name = `p${(this.#count += 1)}`;
    this.values[name] = value;
    return `:${name}`;
  }
}
