/** A browser at a provider: cookies, redirects and the forms of the provider's pages. */
export class ProviderBrowser {
  readonly #cookies = new Map<string, string>();

  /**
   * Goes to a provider's address and signs in there.
   * @returns the address that the provider sends the browser to, which is not called.
   */
  async signIn(address: string, login: string): Promise<string> {
    const { origin } = new URL(address);
    let next = await this.#get(address);
    for (let step = 0; step < 12; step++) {
      if (next.location === undefined) {
        const prompt = /name="prompt" value="(\w+)"/.exec(next.text)?.[1];
        if (prompt === undefined) throw new Error(`There is no form: ${next.text.slice(0, 500)}`);
        const form = new URLSearchParams({ prompt, login, password: 'any' });
        next = await this.#get(next.address, form);
      } else if (new URL(next.location).origin === origin) {
        next = await this.#get(next.location);
      } else {
        return next.location;
      }
    }
    throw new Error('The provider redirects without end');
  }

  async #get(address: string, form?: URLSearchParams) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { Cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    return {
      address,
      text: await answer.text(),
      ...(location !== null && { location: new URL(location, address).href }),
    };
  }
}
