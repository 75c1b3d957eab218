/** Widths of the published pictures, in pixels. Smaller originals are not enlarged. */
export const widths = [320, 800, 1600] as const;
export type Width = (typeof widths)[number];

export const videoTypes = { "video/mp4": "mp4", "video/webm": "webm" } as const;

/** Where the files of a media item are kept. The original is for its owner only. */
export function storageKey(key: string, name: string) {
  return `media/${key.slice(0, 2)}/${key}/${name}`;
}

/** The address of a published picture: of an image, or of a video's poster. */
export function pictureUrl(key: string, width: Width) {
  return `/m/${key}/${width}.webp`;
}

export function videoUrl(key: string, type: string) {
  return `/m/${key}/video.${videoTypes[type as keyof typeof videoTypes] ?? "mp4"}`;
}

/** Every file that a media item may have. */
export function storageKeys(key: string) {
  const names = [
    "original",
    ...widths.map((width) => `${width}.webp`),
    ...Object.values(videoTypes).map((type) => `video.${type}`),
  ];
  return names.map((name) => storageKey(key, name));
}
