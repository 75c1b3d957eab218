import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Bucket } from "./bucket";

// At the top of the bucket, not below the prefix: a prefix typed wrong must not hide it.
const KEY = "crucible-site.json";

const Marker = z.object({ site: z.uuid(), prefix: z.string() });
export type Marker = z.infer<typeof Marker>;

/** What the bucket says about the site whose copies it holds; null for a bucket without a site. */
export async function readMarker(bucket: Bucket) {
  const text = await bucket.readText(KEY);
  return text === null ? null : Marker.parse(JSON.parse(text));
}

/** What this volume says about the site that lives on it; null for a volume that was never replicated. */
export function readLocalMarker(folder: string) {
  const path = join(folder, KEY);
  return existsSync(path) ? Marker.parse(JSON.parse(readFileSync(path, "utf8"))) : null;
}

/** Marks bucket and volume as one site's. A new site gets its number here. */
export async function writeMarkers(bucket: Bucket, folder: string, known: Marker | null, prefix: string) {
  const marker = known ?? { site: randomUUID(), prefix };
  if (!known) await bucket.writeText(KEY, JSON.stringify(marker));
  writeFileSync(join(folder, KEY), JSON.stringify(marker));
}

type Found = { marker: Marker | null; local: Marker | null; hasDatabase: boolean; prefix: string; newSite: boolean };

/** Why the site must not start with what was found, in words for the operator; null when it may. */
export function startupRefusal({ marker, local, hasDatabase, prefix, newSite }: Found) {
  if (marker && marker.prefix !== prefix) {
    return `This bucket's site is under "${marker.prefix}", not "${prefix}". Check REPLICA_PREFIX.`;
  }
  if (marker && local && marker.site !== local.site) {
    return "This bucket holds copies of a different site than the one on this volume. Check BUCKET_NAME.";
  }
  if (!marker && local) {
    return "The site on this volume is replicated to a bucket, but this bucket holds no copies. Check BUCKET_NAME.";
  }
  if (!marker && !hasDatabase && !newSite) {
    return "There is no site on this volume or in this bucket. Check BUCKET_NAME. To start a new site, set NEW_SITE=true.";
  }
  return null;
}
