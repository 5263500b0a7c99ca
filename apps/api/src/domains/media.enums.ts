/** What a file is. */
export const fileKinds = ['picture', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Who may read a file: everyone by its address, staff, or one customer and staff. */
export const fileVisibilities = ['public', 'staff', 'customer'] as const;
export type FileVisibility = (typeof fileVisibilities)[number];

/** What an upload becomes: a file, or a catalogue to import. */
export const uploadPurposes = ['file', 'import'] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

/** How far an upload is: what was refused stays refused. */
export const uploadStates = ['open', 'done', 'failed'] as const;
export type UploadState = (typeof uploadStates)[number];

/** What a smaller version of a picture is stored as. */
export const derivativeFormats = ['avif', 'webp'] as const;
export type DerivativeFormat = (typeof derivativeFormats)[number];
