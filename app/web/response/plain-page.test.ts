import { expect, test } from "vitest";
import { plainPage } from "./plain-page.server";

const SITE = "https://crucible.example.org";
const page = { status: 429, title: "Too <fast>", words: "Wait & see" };

function asked(path: string, { method = "GET", ...headers }: Record<string, string> = {}) {
  return new Request(SITE + path, { method, headers: { host: "crucible.example.org", ...headers } });
}

async function ways(request: Request) {
  const html = await plainPage(request, page).text();
  return [...html.matchAll(/<a class="btn[^"]*" href="([^"]*)">([^<]*)</g)].map(([, to, words]) => `${words}: ${to}`);
}

test("a page that was asked for can be asked for again, and a form leads back to where it stood", async () => {
  expect(await ways(asked("/wallet?kind=prize"))).toEqual([
    "Try again: /wallet?kind=prize",
    "All crucibles: /crucibles",
  ]);
  const posted = asked("/wallet/claims", { method: "POST", referer: `${SITE}/wallet?kind=prize` });
  expect(await ways(posted)).toEqual(["Back: /wallet?kind=prize", "All crucibles: /crucibles"]);
});

test.each(["https://evil.example/wallet", "nonsense", `${SITE}//evil.example`])(
  "it leads to no place such as %s",
  async (referer) => {
    expect((await ways(asked("/sign-in", { method: "POST", referer })))[0]).toBe("Back: /");
  },
);

test("its words are words, in the colours that a guest chose", async () => {
  const html = await plainPage(asked("/", { cookie: "theme=dark" }), page).text();
  expect(html).toContain("<h1>Too &#60;fast&#62;</h1>");
  expect(html).toContain("<p>Wait &#38; see</p>");
  expect(html).toContain('<html lang="en" data-theme="dark">');
});

test("a script gets the words alone", async () => {
  expect(await plainPage(asked("/wallet?_data=root"), page).text()).toBe("Wait & see");
  expect(await plainPage(asked("/library/uploads", { accept: "application/json" }), page).json()).toEqual({
    words: "Wait & see",
  });
});
