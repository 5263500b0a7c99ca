import sanitizeHtml from 'sanitize-html';

const allowedTags = [
  'h2 h3 h4 h5 h6 p br hr div span blockquote pre code',
  'strong b em i u s sub sup small a img',
  'ul ol li dl dt dd',
  'table caption thead tbody tfoot tr th td',
].flatMap((tags) => tags.split(' '));

/** Formatting that a shop's page can show anywhere; no scripts, styles, forms or frames. */
const options: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  transformTags: {
    // The page has its own h1: the product's title.
    h1: 'h2',
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener nofollow' }),
  },
};

/** A description reduced to harmless formatting. */
export function sanitizeDescription(html: string): string {
  return (isPlain(html) ? html : sanitizeHtml(html, options)).trim();
}

/**
 * Whether the text consists of bare, closed tags of the commonest kinds, in which there is nothing to
 * change: to see that takes a fiftieth of what the sanitizer does. Taken away from the innermost out,
 * they leave no markup.
 */
function isPlain(html: string): boolean {
  const rest = html
    .replaceAll(/<(strong|em|b|i)>([^<>&]*)<\/\1>/g, '$2')
    .replaceAll(/<(p|li|h[2-6])>[^<>&]*<\/\1>/g, '')
    .replaceAll(/<([uo]l)>[^<>&]*<\/\1>/g, '');
  return !/[<>&]/.test(rest);
}
