/** From images `i`, each with its file `f` where it has one. */
export const IMAGES_WITH_FILES = 'FROM product_images i LEFT JOIN files f ON f.id = i.file_id';

/**
 * Image `i` with file `f` as one JSON value, of the shape of `ImageDocument` (readModel.ts). One whose
 * file is not made yet has its key beside it; the text of a file stands in for an image without one.
 */
export const IMAGE_DOCUMENT = `json_build_object(
    'id', i.id, 'source', i.source, 'storageKey', coalesce(f.storage_key, i.storage_key),
    'alt', coalesce(nullif(i.alt, ''), f.alt, ''), 'altTexts', coalesce(f.alt_texts, '{}'),
    'position', i.position, 'width', coalesce(f.width, i.width), 'height', coalesce(f.height, i.height),
    'dominantColor', f.dominant_color, 'focalX', f.focal_x, 'focalY', f.focal_y,
    'derivatives', coalesce(f.derivatives, i.derivatives)
  )`;
