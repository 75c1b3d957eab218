type Options = { nonce: string; secure: boolean; development: boolean };

/**
 * The headers of every answer. Only what says so itself can be shown by other sites. Scripts run by nonce only; styles may be
 * inline, which Mantine needs.
 */
export function securityHeaders(headers: Headers, { nonce, secure, development }: Options) {
  headers.set("content-security-policy", policy(nonce, development));
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "strict-origin-when-cross-origin");
  headers.set("x-frame-options", "DENY");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
  headers.set("cross-origin-opener-policy", "same-origin");
  if (!headers.has("cross-origin-resource-policy")) headers.set("cross-origin-resource-policy", "same-origin");
  if (secure) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
}

function policy(nonce: string, development: boolean) {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}'${development ? " 'self'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
