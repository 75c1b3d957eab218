import { env } from "../server/env.server";

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;
// Whoever checks on the process, or reads its metrics, may know it by another name.
const BY_ANY_NAME = ["/healthz", "/readyz", "/metrics"];

/**
 * Whether a request is for this site: under another name its answer could be cached for a host that isn’t ours. In a trial
 * this machine goes by its own names, on any port.
 */
export function isForThisSite(request: Request, path: string) {
  if (BY_ANY_NAME.includes(path)) return true;
  const { appUrl, STAGE } = env();
  const asked = `${appUrl.protocol}//${hostOf(request)}`;
  if (!URL.canParse(asked)) return false;
  const { host, hostname } = new URL(asked);
  return host === appUrl.host || (STAGE === "trial" && LOCAL.test(hostname));
}

// A proxy of ours may put its own name into Host, and the one that was asked for beside it.
function hostOf(request: Request) {
  const forwarded = env().TRUST_PROXY === "forwarded" ? request.headers.get("x-forwarded-host") : null;
  return forwarded?.split(",").at(-1)!.trim() ?? request.headers.get("host") ?? new URL(request.url).host;
}
