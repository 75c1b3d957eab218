/** A PNG that changes now and then, for everyone, other sites too: it is made to be shared. */
export function pngResponse(png: Buffer) {
  const headers = {
    "content-type": "image/png",
    "cache-control": "public, max-age=600",
    "cross-origin-resource-policy": "cross-origin",
  };
  return new Response(new Uint8Array(png), { headers });
}
