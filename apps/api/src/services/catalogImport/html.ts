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
  return sanitizeHtml(html, options).trim();
}
