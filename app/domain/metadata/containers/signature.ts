import { decodeLatin1 } from "./text";

export type FileKind = "jpeg" | "png" | "webp" | "avif" | "heic" | "gif" | "svg" | "mp4" | "webm" | "other";

/** How many bytes `fileKind` needs to see. */
export const HEAD_BYTES = 4096;

const MP4_BRANDS = /^(isom|iso[2-9a-c]|mp4[12v]|avc1|hvc1|dash|mmp4|MSNV|M4V |M4VP|f4v |cmf[c2s]|3gp[4-7]|av01)/;

/**
 * What a file is by its first bytes, whatever it is called. A file that would pass for two types is the type of its
 * very first bytes, or `other`: nothing is searched for further in.
 */
export function fileKind(head: Uint8Array): FileKind {
  const ascii = decodeLatin1(head.subarray(0, HEAD_BYTES));
  if (ascii.startsWith("\x89PNG\r\n\x1a\n")) return ascii.slice(12, 16) === "IHDR" ? "png" : "other";
  if (ascii.startsWith("\xff\xd8\xff")) return "jpeg";
  if (ascii.startsWith("RIFF") && ascii.slice(8, 15) === "WEBPVP8") return "webp";
  if (ascii.startsWith("GIF87a") || ascii.startsWith("GIF89a")) return "gif";
  if (ascii.slice(4, 8) === "ftyp") return isoKind(ascii);
  if (ascii.startsWith("\x1a\x45\xdf\xa3")) return /\x42\x82[^]{1,8}?webm/.test(ascii) ? "webm" : "other";
  return isSvg(ascii) ? "svg" : "other";
}

function isoKind(ascii: string): FileKind {
  const size = Buffer.from(ascii.slice(0, 4), "latin1").readUInt32BE();
  const brand = ascii.slice(8, 12);
  const compatible: string[] = [brand, ...(ascii.slice(16, Math.min(size, 256)).match(/[^]{4}/g) ?? [])];
  if (brand === "avif" || brand === "avis" || (brand === "mif1" && compatible.includes("avif"))) return "avif";
  if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return "heic";
  return compatible.some((one) => MP4_BRANDS.test(one)) ? "mp4" : "other";
}

function isSvg(ascii: string) {
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!DOCTYPE svg|<!--|<svg)/i.test(ascii) && /<svg[\s>]/i.test(ascii);
}
