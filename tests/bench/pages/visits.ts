import type { BrowserContext, Page } from "playwright";
import { signIn } from "../../pages";
import { endingSoon } from "~/ui/crucible/state";
import { libraryText } from "~/ui/parts/library-words";

type Deed = (page: Page) => Promise<unknown>;

/** A page as somebody opens it on a phone for the first time, what it may take, and what they do there. */
export type Visit = {
  name: string;
  path: string;
  as?: string;
  mostLcpMs: number;
  prepare?: typeof sit;
  deeds: Record<string, Deed>;
};

const OTHERS = 2000;

/** Otherwise Playwright looks inside the press itself, at a quarter of the speed, whether it hits what it should. */
const unwatched = { force: true };

/** Of the demo's people. In the order in which the pages are told of in docs/speed.md. */
export const visits: Visit[] = [
  {
    name: "discovery, a stranger",
    path: "/crucibles",
    mostLcpMs: 1500,
    deeds: {
      "type in search": (page) => page.getByRole("searchbox").pressSequentially("moon"),
      "choose a tab": (page) => tab(page, endingSoon),
    },
  },
  {
    name: "discovery",
    path: "/crucibles",
    as: "cobalt",
    mostLcpMs: 1500,
    deeds: {
      "open the menu": menu,
      "type in search": (page) => page.getByRole("searchbox").pressSequentially("moon"),
      "choose a tab": (page) => tab(page, "New"),
    },
  },
  {
    name: "crucible",
    path: "/crucibles/3/light-on-dark-ground",
    as: "umber",
    mostLcpMs: OTHERS,
    deeds: {
      "open the menu": menu,
      "choose a tab": (page) => tab(page, /^Leaderboard/),
      "open the sheet": (page) => page.locator("a[href$='/submit']:visible").first().click(),
    },
  },
  {
    name: "judge",
    path: "/crucibles/3/judge",
    as: "umber",
    mostLcpMs: 2000,
    prepare: sit,
    deeds: {
      "vote by click": (page) => page.getByRole("button", { name: /Left is better|Top/ }).click(unwatched),
      "vote by key": (page) => page.keyboard.press("d"),
      skip: (page) => page.keyboard.press("s"),
    },
  },
  {
    name: "results",
    path: "/crucibles/1/leaderboard",
    as: "cobalt",
    mostLcpMs: OTHERS,
    deeds: { "open the menu": menu, "choose a tab": (page) => tab(page, "All entries") },
  },
  {
    name: "create",
    path: "/crucibles/new/basics",
    as: "cobalt",
    mostLcpMs: OTHERS,
    deeds: {
      "type a name": (page) => page.getByLabel("Name", { exact: true }).pressSequentially("Bright"),
      "choose a cover": (page) => page.locator(".choice").first().click(),
    },
  },
  {
    name: "submit",
    path: "/crucibles/3/submit",
    as: "umber",
    mostLcpMs: OTHERS,
    deeds: {
      "tick one": (page) => page.locator(".choice.ok-c").first().click(),
      "tick another": (page) => page.locator(".choice.ok-c").nth(1).click(),
    },
  },
  {
    name: "library",
    path: "/library",
    as: "cobalt",
    mostLcpMs: OTHERS,
    deeds: {
      "open uploads": (page) => page.getByText(libraryText.uploadFiles).click(),
      "choose another": (page) => page.locator(".tiles a").nth(1).click(),
    },
  },
];

function menu(page: Page) {
  return page.locator(".menu > summary").click();
}

function tab(page: Page, name: string | RegExp) {
  return page.locator(".tabs").getByRole("link", { name }).click();
}

/** So that a pair is there when the page is opened. */
async function sit(context: BrowserContext, site: string, { path }: Visit) {
  await context.request.post(site + path, { form: { intent: "sit" }, headers: { origin: site }, maxRedirects: 0 });
}

export async function beginVisit(context: BrowserContext, site: string, visit: Visit) {
  if (visit.as) await signIn(context, site, visit.as);
  await visit.prepare?.(context, site, visit);
}
