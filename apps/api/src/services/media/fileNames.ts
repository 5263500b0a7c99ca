import { MAX_FILE_NAME_LENGTH } from '../../domains/media.limits.ts';
import { stripInvisible } from '../../utils/plainText.ts';
import { extensionOf } from '../../utils/storageKeys.ts';

const PICTURE_ENDING = /\.(?:jpe?g|jfif|png|webp|avif|gif|heic|heif|tiff?|bmp|svg)$/i;

/**
 * What a file is called when it is shown or saved: the last part of a path, one line, without what
 * hides or reverses text, and not longer than is kept. The ending is that of the type that the file
 * really has, so a name cannot make another program of it.
 */
export function safeFileName(given: string, contentType: string): string {
  const [base = ''] = given.normalize('NFC').split(/[/\\]/).slice(-1);
  const visible = stripInvisible(base.toWellFormed())
    .replaceAll(/[\p{Cc}\u2028\u2029<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = `.${extensionOf(contentType)}`;
  const isRight = visible.toLowerCase().endsWith(ending) || isOtherSpelling(visible, ending);
  const stem = isRight
    ? visible.slice(0, visible.lastIndexOf('.'))
    : ending === '.pdf' || ending === '.zip'
      ? visible
      : visible.replace(PICTURE_ENDING, '');
  const shown = isRight ? visible.slice(visible.lastIndexOf('.')) : ending;
  const room = MAX_FILE_NAME_LENGTH - shown.length;
  // A character of two halves is kept whole or not at all.
  const cut = stem.slice(0, room).replace(/\p{Cs}$/u, '');
  return `${cut.trimEnd() || 'file'}${shown}`;
}

const isOtherSpelling = (name: string, ending: string) =>
  ending === '.jpg' && /\.(?:jpeg|jfif)$/i.test(name);
