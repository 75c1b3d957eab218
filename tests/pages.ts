import type { BrowserContext } from "playwright/test";
import { access } from "~/routes/all-access";
import type { SamplePage } from "~/web/request/access";

/**
 * A page of the demo, for the walks that look at all of them; `as` is who looks at it, nobody signed in without; `status`
 * is what it answers, if not 200.
 */
export type Page = SamplePage & { path: string };

const DEMO_PASSWORD = "crucible-demo";

/** Every page of the site, in the states that the demo has. A new page is a line in its module's access.ts. */
export const pages: Page[] = Object.entries(access).flatMap(([address, { pages = [] }]) =>
  pages.map((page) => ({ ...page, path: page.path ?? address })),
);

/** Signs a browser in as one of the demo's people. */
export async function signIn(context: BrowserContext, site: string, name: string) {
  const form = { name, password: DEMO_PASSWORD, to: "" };
  const answer = await context.request.post(`${site}/sign-in`, { form, headers: { origin: site }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${name} could not sign in: ${answer.status()}`);
}
