/** A PNG that changes now and then, for everyone. */
export function pngAnswer(png: Buffer) {
  const headers = { "content-type": "image/png", "cache-control": "public, max-age=600" };
  return new Response(new Uint8Array(png), { headers });
}
