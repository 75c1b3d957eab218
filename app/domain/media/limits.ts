/** The largest files taken, in bytes, and what one person may keep; the operator can set others. */
export const limits = {
  imageBytes: 25_000_000,
  videoBytes: 100_000_000,
  videoSeconds: 60,
  filesAtOnce: 20,
  requestBytes: 250_000_000,
  ownedFiles: 2_000,
  ownedBytes: 5_000_000_000,
};

export const uploadRefusals = {
  "too-large": "This file is too large: images may have 25 MB, videos 100 MB.",
  "not-media": "This is not a JPEG, PNG or WebP image that can be opened, nor an MP4 or WebM video.",
  "too-heavy":
    "This picture is too large to open. Save it with at most 50 megapixels and without interlacing, or as a baseline JPEG, and send that.",
  "other-picture": "HEIC and AVIF pictures are not taken. Save it as JPEG, PNG or WebP, and send that.",
  "too-long": "This video is longer than 60 seconds.",
  "no-video": "There is no video that can be shown in this file.",
  "quota-files": "Your library is full: it holds 2,000 files. Delete some first.",
  "quota-bytes": "Your library is full: it holds 5 GB. Delete some files first.",
  empty: "This file is empty.",
  "store-down": "Files cannot be kept just now. Nothing of this one was; try again in a few minutes.",
} as const;

/** How much one form may bring. */
export const atOnce = `${limits.filesAtOnce} files and ${limits.requestBytes / 1e6} MB at once`;

/** Said of what a form brought beyond that: of the files that are left, or of all of them where they are too much together. */
export const tooManyFiles = `At most ${limits.filesAtOnce} files are taken at once; send the others again.`;
export const tooManyBytes = `At most ${limits.requestBytes / 1e6} MB are taken at once, and this was more. Nothing of it was; send it in parts.`;

export type UploadRefusal = keyof typeof uploadRefusals;
