import { media } from "~/db/schema/media";

/** What a page needs of a media item in order to show it; prompts and file names are not among it. */
export const picture = {
  id: media.id,
  kind: media.kind,
  key: media.key,
  width: media.width,
  height: media.height,
  durationMs: media.durationMs,
  hasPoster: media.hasPoster,
  thumbhash: media.thumbhash,
  alt: media.alt,
};
