/** An event as the shop sends it. */
interface SentEvent {
  readonly name: string;
  readonly data: unknown;
}

/** The type of a stream of Server-Sent Events. */
export const EVENT_STREAM = 'text/event-stream';

/**
 * The events of a stream, as they come. The shop writes each as lines of "field: value" with one line of
 * JSON, which is the part of the standard that is read here.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<SentEvent> {
  if (!body) return;
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        const name = /^event: (.*)$/m.exec(block)?.[1] ?? 'message';
        if (data !== undefined) yield { name, data: JSON.parse(data) as unknown };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
