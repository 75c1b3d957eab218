import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright/test";
import sharp from "sharp";
import type { RunningSite } from "./server";

let joined = 0;

/** A page of somebody who has just joined, and how they sign in elsewhere. */
export async function newMember(browser: Browser, site: RunningSite, options: BrowserContextOptions = {}) {
  const page = await (await browser.newContext(options)).newPage();
  const username = `person-${process.pid}-${(joined += 1)}`;
  const form = { username, email: `${username}@example.invalid`, password: "a-long-password" };
  await send(page, site, "/sign-up", form);
  return { page, username };
}

/** The same person on another device. */
export async function secondDevice(
  browser: Browser,
  site: RunningSite,
  username: string,
  options: BrowserContextOptions = {},
) {
  const page = await (await browser.newContext(options)).newPage();
  await send(page, site, "/sign-in", { name: username, password: "a-long-password" });
  return page;
}

export function send(page: Page, site: RunningSite, path: string, form: Record<string, string>) {
  return page.request.post(site.url + path, { form, headers: { origin: site.url }, maxRedirects: 0 });
}

/** Sends files into the person's library, all of one level. */
export async function fillLibrary(page: Page, site: RunningSite, paths: string[], level = "1") {
  for (const path of paths) {
    const multipart = {
      level,
      alt: "",
      file: { name: "picture.png", mimeType: "image/png", buffer: readFileSync(path) },
    };
    const answer = await page.request.post(`${site.url}/library/uploads`, { multipart, headers: { origin: site.url } });
    if (!answer.ok()) throw new Error(`An upload was rejected: ${answer.status()}`);
  }
}

/** The path of a picture that nobody has yet. */
export async function freshPicture({ folder }: RunningSite) {
  const name = randomBytes(8).toString("hex");
  const path = join(folder, `${name}.png`);
  const [r, g, b] = randomBytes(3);
  await sharp({ create: { width: 640, height: 640, channels: 3, background: { r: r!, g: g!, b: b! } } })
    .png()
    .toFile(path);
  return path;
}
