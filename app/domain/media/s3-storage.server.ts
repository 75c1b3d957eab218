import { DeleteObjectsCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { connectStore } from "~/db/store-client";
import type { Store } from "~/db/store-client";
import { StoreDown } from "./storage.server";
import type { Range, Storage } from "./storage.server";

export type S3Settings = Store & {
  bucket: string;
  /** What the keys of this site start with in the bucket, without a slash at its end; may be empty. */
  prefix: string;
};

/** Files in a bucket of any store that speaks S3. An object is there whole or not at all, which S3 itself promises. */
export function s3Storage(settings: S3Settings): Storage {
  const client = connectStore(settings, { attempts: 2, connectionTimeout: 3_000, requestTimeout: 20_000 });
  const Bucket = settings.bucket;
  const place = settings.prefix ? `${settings.prefix}/` : "";
  return {
    async put(key, path, type) {
      const params = { Bucket, Key: place + key, Body: createReadStream(path), ContentType: type };
      await reached(new Upload({ client, params }).done());
    },
    read: (key, range) => read(client, { Bucket, Key: place + key }, range),
    async delete(keys) {
      for (let at = 0; at < keys.length; at += 1000) {
        const Objects = keys.slice(at, at + 1000).map((key) => ({ Key: place + key }));
        const { Errors } = await reached(
          client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } })),
        );
        if (Errors?.length) throw new StoreDown(`${Errors.length} files were not deleted: ${Errors[0]!.Code}`);
      }
    },
    async *list(prefix) {
      let ContinuationToken: string | undefined;
      do {
        const page = await reached(
          client.send(new ListObjectsV2Command({ Bucket, Prefix: place + prefix, ContinuationToken })),
        );
        for (const one of page.Contents ?? [])
          yield { key: one.Key!.slice(place.length), modifiedAt: one.LastModified! };
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
    },
  };
}

async function read(client: S3Client, from: { Bucket: string; Key: string }, range?: Range) {
  const part = range && `bytes=${range.start}-${range.end < Number.MAX_SAFE_INTEGER ? range.end : ""}`;
  try {
    const { Body, ContentLength, ContentRange } = await client.send(new GetObjectCommand({ ...from, Range: part }));
    return { body: Body as Readable, size: ContentRange ? Number(ContentRange.split("/")[1]) : ContentLength! };
  } catch (error) {
    const { name } = error as Error;
    if (name === "NoSuchKey") return null;
    if (name === "InvalidRange") return { body: Readable.from([]), size: await sizeOf(client, from) };
    throw new StoreDown(name, { cause: error });
  }
}

async function sizeOf(client: S3Client, from: { Bucket: string; Key: string }) {
  return (await reached(client.send(new HeadObjectCommand(from)))).ContentLength!;
}

async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw new StoreDown((error as Error).name, { cause: error });
  }
}
