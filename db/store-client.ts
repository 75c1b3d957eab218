import { S3Client } from "@aws-sdk/client-s3";

// Asks whoever runs Node 20 to leave it, at every start; the version in use is the one in package-lock.json.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

export type Store = {
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  pathStyle: boolean;
};
type WaitOptions = { attempts: number; connectionTimeout: number; requestTimeout: number };

/** A client of any store that speaks S3; times in milliseconds. */
export function connectStore(
  { endpoint, region, accessKeyId, secretAccessKey, pathStyle }: Store,
  { attempts, ...times }: WaitOptions,
) {
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: pathStyle,
    maxAttempts: attempts,
    requestHandler: times,
    // Not every store knows AWS's newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
}
