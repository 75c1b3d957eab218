import { z } from "zod";
import type { S3Settings } from "./s3-storage.server";

const Settings = z.object({
  MEDIA_BUCKET: z.string().min(3),
  /** What the site's keys start with there. */
  MEDIA_PREFIX: z
    .string()
    .regex(/^([\w-]+(\/[\w-]+)*)?$/, "use letters, digits, - and _, in parts separated by /")
    .default(""),
  MEDIA_ENDPOINT: z.url(),
  MEDIA_REGION: z.string().min(1).default("auto"),
  MEDIA_ACCESS_KEY_ID: z.string().min(1),
  MEDIA_SECRET_ACCESS_KEY: z.string().min(1),
  /** For stores that are not AWS: the bucket stands in the path, not in the host's name. */
  MEDIA_PATH_STYLE: z.stringbool().default(true),
});

/**
 * The bucket for media, from the environment; null when none is named. Where it is at the store of the backups, with the
 * same key, only its name is needed. Throws, naming every variable that is wrong.
 */
export function mediaBucket(source: Record<string, string | undefined> = process.env): S3Settings | null {
  if (!source.MEDIA_BUCKET) return null;
  const parsed = Settings.safeParse({ ...fromBackupSettings(source), ...definedOnly(source) });
  if (!parsed.success) throw new Error(`Invalid settings:\n${z.prettifyError(parsed.error)}`);
  const {
    MEDIA_BUCKET: bucket,
    MEDIA_PREFIX: prefix,
    MEDIA_ENDPOINT: endpoint,
    MEDIA_REGION: region,
    MEDIA_PATH_STYLE: pathStyle,
    ...key
  } = parsed.data;
  return {
    bucket,
    prefix,
    endpoint,
    region,
    pathStyle,
    accessKeyId: key.MEDIA_ACCESS_KEY_ID,
    secretAccessKey: key.MEDIA_SECRET_ACCESS_KEY,
  };
}

function fromBackupSettings(source: Record<string, string | undefined>) {
  return definedOnly({
    MEDIA_ENDPOINT: source.AWS_ENDPOINT_URL_S3,
    MEDIA_REGION: source.AWS_REGION,
    MEDIA_ACCESS_KEY_ID: source.AWS_ACCESS_KEY_ID,
    MEDIA_SECRET_ACCESS_KEY: source.AWS_SECRET_ACCESS_KEY,
    MEDIA_PATH_STYLE: source.BUCKET_PATH_STYLE,
  });
}

function definedOnly(source: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value));
}
