import { DeleteObjectsCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { createWriteStream } from "node:fs";
import type { Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { connectStore } from "./store-client";
import type { Store } from "./store-client";

const Settings = z.object({
  BUCKET_NAME: z.string().min(3),
  AWS_ENDPOINT_URL_S3: z.url(),
  AWS_REGION: z.string().min(1).default("auto"),
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  /** For stores that are not AWS: the bucket stands in the path, not in the host's name. */
  BUCKET_PATH_STYLE: z.stringbool().default(true),
  REPLICA_PREFIX: prefix("replica"),
  BACKUP_PREFIX: prefix("backups"),
});

export type BucketSettings = z.infer<typeof Settings>;

/** Where copies go, from the environment; null when no bucket is named. Throws, naming every variable that is wrong. */
export function bucketSettings(source: Record<string, string | undefined> = process.env): BucketSettings | null {
  if (!source.BUCKET_NAME) return null;
  const parsed = Settings.safeParse(source);
  if (!parsed.success) throw new Error(`Invalid settings:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

export type Bucket = ReturnType<typeof openBucket>;

/** The few things done with an object store. Everything throws when the store cannot be reached or refuses. */
export function openBucket(settings: BucketSettings, { attempts = 3 } = {}) {
  const Bucket = settings.BUCKET_NAME;
  const client = connectStore(storeOf(settings), { attempts, connectionTimeout: 5_000, requestTimeout: 30_000 });
  return { ...reads(client, Bucket), ...writes(client, Bucket), close: () => client.destroy() };
}

function reads(client: S3Client, Bucket: string) {
  return {
    async readText(Key: string) {
      const found = await client.send(new GetObjectCommand({ Bucket, Key })).catch(absent);
      return found && found.Body!.transformToString();
    },
    /** Writes an object to `to` as it comes through `through`; false when there is none. */
    async download(Key: string, through: Duplex, to: string) {
      const found = await client.send(new GetObjectCommand({ Bucket, Key })).catch(absent);
      if (found) await pipeline(found.Body as Readable, through, createWriteStream(to));
      return found !== null;
    },
    async keys(Prefix: string) {
      const keys: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
        keys.push(...(page.Contents ?? []).map((one) => one.Key!));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      return keys;
    },
  };
}

function writes(client: S3Client, Bucket: string) {
  return {
    async writeText(Key: string, Body: string) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: "application/json" }));
    },
    async upload(Key: string, Body: Readable) {
      await new Upload({ client, params: { Bucket, Key, Body } }).done();
    },
    async remove(keys: string[]) {
      if (keys.length === 0) return;
      await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }));
    },
  };
}

function storeOf(settings: BucketSettings): Store {
  return {
    endpoint: settings.AWS_ENDPOINT_URL_S3,
    region: settings.AWS_REGION,
    accessKeyId: settings.AWS_ACCESS_KEY_ID,
    secretAccessKey: settings.AWS_SECRET_ACCESS_KEY,
    pathStyle: settings.BUCKET_PATH_STYLE,
  };
}

function absent(error: Error) {
  if (error.name === "NoSuchKey") return null;
  throw error;
}

function prefix(fallback: string) {
  return z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*$/, "use letters, digits, - and _, in parts separated by /")
    .default(fallback);
}
