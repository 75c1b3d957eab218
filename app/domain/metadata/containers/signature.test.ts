import { expect, test } from "vitest";
import { jpeg, png, webp } from "~/tests/fixtures/containers";
import { fileKind } from "./signature";

function iso(brand: string, ...compatible: string[]) {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(16 + compatible.length * 4);
  return Buffer.concat([size, Buffer.from(`ftyp${brand}\0\0\0\0${compatible.join("")}`)]);
}

test.each([
  ["jpeg", jpeg()],
  ["png", png([])],
  ["webp", webp()],
  ["gif", Buffer.from("GIF89a…")],
  ["mp4", iso("isom", "iso2", "avc1")],
  ["mp4", iso("mp42")],
  ["mp4", iso("XXXX", "isom")],
  ["avif", iso("avif", "mif1")],
  ["avif", iso("mif1", "avif")],
  ["heic", iso("heic", "mif1")],
  ["heic", iso("mif1", "heic")],
  ["other", iso("qt  ")],
  ["webm", Buffer.from("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", "latin1")],
  ["other", Buffer.from("\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska", "latin1")],
  ["svg", Buffer.from(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>`)],
  ["svg", Buffer.from(`  <!-- hello --><svg onload="alert(1)">`)],
  ["other", Buffer.from("%PDF-1.4")],
  ["other", Buffer.from("<html><svg></svg></html>")],
  ["other", Buffer.from("AT&TFORM\0\0\0\0DJVM")],
  ["other", Buffer.alloc(0)],
] as const)("%s is known by its first bytes", (kind, bytes) => {
  expect(fileKind(bytes)).toBe(kind);
});

test("a PNG whose first chunk is not its header is none", () => {
  const file = png([]);
  file.write("iHDR", 12, "latin1");
  expect(fileKind(file)).toBe("other");
});

test("a GIF that goes on as a script is a GIF, and a script that goes on as a picture is nothing", () => {
  expect(fileKind(Buffer.from("GIF89a<?php phpinfo(); ?>"))).toBe("gif");
  expect(fileKind(Buffer.concat([Buffer.from("<?php phpinfo(); ?>"), png([])]))).toBe("other");
});
