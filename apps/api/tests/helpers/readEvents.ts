/** An event of a stream of Server-Sent Events. */
interface ReadEvent<Data> {
  readonly event: string;
  readonly id?: string;
  readonly data: Data;
}

/** The events of an address, as `fetch` reads them, until the stream ends. @throws for another status than 200. */
export async function* readEvents<Data>(
  url: string,
  headers: Readonly<Record<string, string>>,
): AsyncGenerator<ReadEvent<Data>> {
  const answer = await fetch(url, { headers });
  if (answer.status !== 200 || !answer.body) throw new Error(`It answered ${answer.status}`);
  let text = '';
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => line.split(/: (.*)/) as [string, string]),
      );
      const data = fields.get('data');
      if (data === undefined) continue;
      const id = fields.get('id');
      yield {
        event: fields.get('event') ?? 'message',
        ...(id !== undefined && { id }),
        data: JSON.parse(data) as Data,
      };
    }
  }
}
