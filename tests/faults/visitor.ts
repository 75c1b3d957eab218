/** Somebody with a browser, as far as a site can tell: forms from its own pages, and cookies kept. */
export function visitor(url: string, cookies = "") {
  let jar = cookies;
  async function ask(path: string, init: RequestInit = {}) {
    const headers = { origin: url, cookie: jar, ...(init.headers as Record<string, string>) };
    const answer = await fetch(url + path, {
      redirect: "manual",
      signal: AbortSignal.timeout(60_000),
      ...init,
      headers,
    });
    const set = answer.headers.getSetCookie().map((one) => one.split(";")[0]!);
    if (set.length > 0)
      jar = [
        ...jar.split("; ").filter((one) => one && !set.some((other) => other.startsWith(`${one.split("=")[0]}=`))),
        ...set,
      ].join("; ");
    return answer;
  }
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string>) =>
      ask(path, { method: "POST", body: new URLSearchParams(fields) }),
    ask,
    cookies: () => jar.split("; ").map((one) => one.split("=")),
  };
}

let signedUp = 0;

/** A fresh person of the site; `status` is 303 when there is one. */
export async function signUp(url: string) {
  const username = `visitor${process.pid}x${signedUp++}`;
  const person = visitor(url);
  const answer = await person.post("/sign-up", {
    username,
    email: `${username}@example.com`,
    password: "correct horse",
    to: "",
  });
  await answer.arrayBuffer();
  return { ...person, username, status: answer.status, retryAfter: answer.headers.get("retry-after") };
}
