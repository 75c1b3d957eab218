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
  "too-large": "This file is too large. Images can be up to 25 MB, videos up to 100 MB.",
  "not-media": "This isn’t a valid JPEG, PNG or WebP image, or MP4 or WebM video.",
  "too-heavy":
    "This image is too large to process. Save it at 50 megapixels or less, non-interlaced or as a baseline JPEG, and upload it again.",
  "other-picture": "HEIC and AVIF images aren’t supported. Save it as JPEG, PNG or WebP and upload it again.",
  "too-long": "This video is longer than 60 seconds.",
  "no-video": "This file has no playable video.",
  "quota-files": "Your library is full (2,000 files). Delete some first.",
  "quota-bytes": "Your library is full (5 GB). Delete some files first.",
  empty: "This file is empty.",
  "store-down": "We can’t store files right now, so this one wasn’t saved. Try again in a few minutes.",
} as const;

/** How much one form may bring. */
export const uploadLimit = `${limits.filesAtOnce} files and ${limits.requestBytes / 1e6} MB at once`;

/** Said of what a form brought beyond that: of the files that are left, or of all of them where they are too much together. */
export const tooManyFiles = `You can upload up to ${limits.filesAtOnce} files at once. Upload the rest separately.`;
export const tooManyBytes = `You can upload up to ${limits.requestBytes / 1e6} MB at once. This was more, so nothing was saved. Upload fewer files at a time.`;

export type UploadRefusal = keyof typeof uploadRefusals;
