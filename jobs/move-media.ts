import { copyToBucket } from "~/domain/media/moving.server";
import { mediaBucket } from "~/domain/media/s3-settings.server";

// `npm run move-media`: brings what lies in DATA_DIR/media to the bucket that MEDIA_BUCKET names.
const bucket = mediaBucket();
if (!bucket) {
  console.error("MEDIA_BUCKET is not set, so there is nowhere to copy media to.");
  process.exit(2);
}
const { copied, present } = await copyToBucket(process.env.DATA_DIR || "./data", bucket);
console.log(`Copied ${copied} files to ${bucket.bucket}; ${present} were already there. The files on disk were kept.`);
