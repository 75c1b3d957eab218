import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "playwright/test";
import type { Browser, Page } from "playwright/test";
import { signIn } from "../../pages";
import { fillLibrary, freshPicture, newMember, send } from "../people";
import type { RunningSite } from "../server";
import { test } from "../sites";
import { journey, mainJourney } from "../ways";
import { moderationText } from "~/ui/moderation/moderation-words";
import { accountText } from "~/ui/parts/account-words";
import { peopleText } from "~/ui/parts/people-words";
import { crucibleText } from "~/ui/crucible/crucible-words";
import { judgeText } from "~/ui/crucible/judge/judge-words";
import { discussionText } from "~/ui/parts/discussion-words";
import { reasonMissing } from "~/domain/moderation/schema";
import { notWholeBuzz } from "~/domain/wallet/schema";
import { notJson } from "~/domain/catalog/models-list";
import { answerText } from "~/ui/crucible/judge/words";

let site: RunningSite;

test.beforeAll(async ({ demo }) => {
  site = demo;
});

async function pageOf(browser: Browser, as: string) {
  const context = await browser.newContext();
  await signIn(context, site.url, as);
  return context.newPage();
}

async function giveReason(page: Page, button: string, words = "Because of the rules") {
  await page.getByLabel("Reason").fill(words);
  const answer = page.waitForResponse((one) => one.request().method() === "POST");
  await page.getByRole("button", { name: button, exact: true }).click();
  await answer;
}

const tabs = [
  "",
  "/people",
  "/levels",
  "/featured",
  "/votes",
  "/catalog",
  "/log",
  "/ledger",
  "/people/1",
  "/people/1/ban",
  "/people/1/grant",
  "/catalog/import",
];

test("moderation pages don't exist for anyone but moderators", async ({ browser }) => {
  for (const page of [await pageOf(browser, "cobalt"), await (await browser.newContext()).newPage()]) {
    for (const tab of tabs) expect((await page.request.get(`${site.url}/moderation${tab}`)).status(), tab).toBe(404);
  }
});

mainJourney("a user is reported, banned with a reason and unbanned", (title) =>
  test(title, async ({ browser }) => {
    const [{ username: name }, { page: reporter, username }] = [
      await newMember(browser, site),
      await newMember(browser, site),
    ];
    const keeper = await pageOf(browser, "keeper");
    await reporter.goto(`${site.url}/people/${name}`);
    await reporter.getByRole("link", { name: "Report", exact: true }).click();
    await reporter.getByRole("button", { name: moderationText.sendReport }).click();
    await expect(reporter.getByText(reasonMissing)).toBeVisible();
    await reporter.getByLabel(moderationText.whatIsWrong).fill(`Rude, says ${username} of ${name}`);
    await reporter.getByRole("button", { name: moderationText.sendReport }).click();
    await expect(reporter.getByText(moderationText.reported)).toBeVisible();

    await keeper.goto(`${site.url}/moderation`);
    const row = keeper.getByRole("row", { name: `${username} of ${name}` });
    await row.getByRole("link", { name: /^user/ }).click();
    await keeper.getByRole("link", { name: "Ban", exact: true }).click();
    await giveReason(keeper, "Ban", "Rudeness");
    await expect(keeper.getByText(moderationText.banned)).toBeVisible();
    await reporter.context().clearCookies();
    await reporter.goto(`${site.url}/sign-in`);
    await reporter.getByLabel(accountText.usernameOrEmail).fill(name);
    await reporter.getByLabel("Password").fill("a-long-password");
    await reporter.getByRole("button", { name: "Sign in" }).click();
    await expect(reporter.getByText(accountText.banned("Rudeness"))).toBeVisible();

    await keeper.getByRole("link", { name: moderationText.liftBan }).click();
    await giveReason(keeper, moderationText.liftBan);
    await expect(keeper.getByText(moderationText.banLifted)).toBeVisible();
    await keeper.goto(`${site.url}/moderation`);
    await row.getByRole("link", { name: /Resolve/ }).click();
    await keeper.getByLabel(moderationText.actionTaken).fill("Talked to");
    await keeper.getByRole("button", { name: "Resolve" }).click();
    await expect(row).toHaveCount(0);
    await keeper.goto(`${site.url}/moderation/log?by=keeper&action=ban`);
    await expect(keeper.getByRole("row", { name: /Rudeness/ }).first()).toBeVisible();
  }),
);

journey("Buzz is granted once per form, and the recipient sees the reason", (title) =>
  test(title, async ({ browser }) => {
    const [keeper, { page: receiver, username }] = [await pageOf(browser, "keeper"), await newMember(browser, site)];
    await keeper.goto(`${site.url}/moderation/people?q=${username}`);
    await keeper.getByRole("link", { name: username }).click();
    await keeper.getByRole("link", { name: moderationText.grantBuzz }).click();
    await keeper.getByLabel("Amount").fill("1.5");
    await giveReason(keeper, "Grant", "For the bug reports");
    await expect(keeper.getByText(notWholeBuzz)).toBeVisible();
    await expect(keeper.getByLabel("Reason")).toHaveValue("For the bug reports");
    await keeper.getByLabel("Amount").fill("250");
    const key = await keeper.locator("input[name=requestKey]").inputValue();
    await keeper.getByRole("button", { name: "Grant", exact: true }).click();
    await expect(keeper.getByText(moderationText.granted(250))).toBeVisible();
    const form = { amount: "250", reason: "For the bug reports", requestKey: key };
    await keeper.request.post(`${keeper.url()}/grant`, { form, headers: { origin: site.url } });
    await receiver.goto(`${site.url}/wallet?kind=grant`);
    await expect(receiver.getByRole("row", { name: /“For the bug reports”/ })).toHaveCount(1);
  }),
);

journey("correcting a content rating removes the image where it isn't allowed", (title) =>
  test(title, async ({ browser }) => {
    const [keeper, stranger, { page: owner, username }] = [
      await pageOf(browser, "keeper"),
      await browser.newPage(),
      await newMember(browser, site),
    ];
    await fillLibrary(owner, site, [await freshPicture(site)]);
    await owner.goto(`${site.url}/crucibles/3/submit`);
    const mediaId = await owner.getByRole("checkbox").inputValue();
    await send(owner, site, "/crucibles/3/submit", { mediaId });
    await owner.goto(`${site.url}/people/${username}`);
    const running = owner.getByRole("listitem").filter({ hasText: peopleText.stillRunning });
    await expect(running.first()).toBeVisible();
    expect((await stranger.goto(`${site.url}/media/${mediaId}`))!.status()).toBe(404);
    await keeper.goto(`${site.url}/moderation/levels`);
    await keeper.getByLabel(moderationText.itemNumber).fill(mediaId);
    await keeper.getByRole("button", { name: moderationText.correctRating }).click();
    await keeper.getByRole("radio", { name: /^XXX/ }).check({ force: true });
    await giveReason(keeper, moderationText.saveRating);
    await expect(keeper.getByText(moderationText.nowRated(mediaId, "XXX"))).toBeVisible();
    expect((await stranger.goto(`${site.url}/media/${mediaId}`))!.status()).toBe(404);
    await owner.reload();
    await expect(running).toHaveCount(0);
    await keeper.goto(`${site.url}/moderation/log?subject=media:${mediaId}`);
    await expect(keeper.getByRole("row", { name: /Correct level/ })).toBeVisible();
  }),
);

journey("a crucible can be featured and unfeatured", (title) =>
  test(title, async ({ browser }) => {
    const keeper = await pageOf(browser, "keeper");
    await keeper.goto(`${site.url}/moderation/featured`);
    await keeper
      .getByRole("link", { name: /^Feature / })
      .first()
      .click();
    await giveReason(keeper, "Feature");
    await expect(keeper.getByText(crucibleText.featured)).toBeVisible();
    await keeper.getByRole("link", { name: /^Stop featuring / }).click();
    await giveReason(keeper, moderationText.stopFeaturing);
    await expect(keeper.getByText(moderationText.nothingFeatured)).toBeVisible();
  }),
);

journey("a judge's votes are voided by username, and an unknown name is reported next to its field", (title) =>
  test(title, async ({ browser }) => {
    const keeper = await pageOf(browser, "keeper");
    await keeper.goto(`${site.url}/moderation/votes?judge=nobody-at-all&crucible=3`);
    await giveReason(keeper, moderationText.voidVotes);
    await expect(keeper.getByText(moderationText.noSuchUser)).toBeVisible();
    const { page: judge, username } = await newMember(browser, site);
    await judge.goto(`${site.url}/crucibles/3/judge`);
    await judge.getByRole("button", { name: judgeText.showFirstPair }).click();
    await judge.getByRole("button", { name: /^(Left|Top)\b/ }).click();
    await expect(judge.getByRole("status")).toHaveText(answerText("voted", 1));
    await keeper.goto(`${site.url}/moderation/votes?judge=${username}&crucible=3`);
    await giveReason(keeper, moderationText.voidVotes);
    await expect(keeper.getByText(moderationText.votesVoided(1, username))).toBeVisible();
  }),
);

journey("models can be imported, renamed, given a base model and merged; an invalid list changes nothing", (title) =>
  test(title, async ({ browser }) => {
    const keeper = await pageOf(browser, "keeper");
    const [mark, list] = [randomUUID().slice(0, 8), join(site.folder, "list.json")];
    await keeper.goto(`${site.url}/moderation/catalog/import`);
    writeFileSync(list, "{");
    await keeper.getByLabel("File").setInputFiles(list);
    await giveReason(keeper, "Import");
    await expect(keeper.getByText(notJson)).toBeVisible();
    await expect(keeper.getByLabel("Reason")).toHaveValue("Because of the rules");
    const models = ["Ember", "Amber"].map((name) => ({
      kind: "lora",
      name: `${name} ${mark}`,
      versions: [{ name: "v1", files: [`${name}-${mark}.safetensors`] }],
    }));
    writeFileSync(list, JSON.stringify({ models }));
    await keeper.getByLabel("File").setInputFiles(list);
    await giveReason(keeper, "Import");
    await expect(keeper.getByText(moderationText.imported(2, 0))).toBeVisible();
    await keeper.goto(`${site.url}/moderation/catalog?q=${mark}`);
    await keeper.getByRole("link", { name: `Name of Ember ${mark}` }).click();
    await keeper.getByLabel("Name").fill(`Embers ${mark}`);
    await giveReason(keeper, moderationText.saveName);
    await keeper.goto(`${site.url}/moderation/catalog?q=${mark}`);
    await keeper.getByRole("link", { name: `Base of Embers ${mark}` }).click();
    await keeper.getByLabel(moderationText.baseModel).selectOption("SDXL 1.0");
    await giveReason(keeper, moderationText.setBaseModel);
    await keeper.goto(`${site.url}/moderation/catalog?q=${mark}`);
    const row = keeper.getByRole("row", { name: `Embers ${mark}` });
    await expect(row).toContainText("SDXL 1.0");
    const into = /number (\d+)/.exec(await row.innerText())![1]!;
    await keeper.getByRole("link", { name: `Merge of Amber ${mark}` }).click();
    await keeper.getByLabel(moderationText.intoVersion).fill("999999");
    await giveReason(keeper, "Merge");
    await expect(keeper.getByText(moderationText.noSuchVersion)).toBeVisible();
    await keeper.getByLabel(moderationText.intoVersion).fill(into);
    await giveReason(keeper, "Merge");
    await expect(keeper.getByText(moderationText.merged)).toBeVisible();
    await keeper.goto(`${site.url}/moderation/catalog?q=${mark}`);
    await expect(keeper.getByRole("row", { name: mark })).toHaveCount(1);
  }),
);

journey("a user becomes a supporter and a moderator", (title) =>
  test(title, async ({ browser }) => {
    const [keeper, { page, username }] = [await pageOf(browser, "keeper"), await newMember(browser, site)];
    await keeper.goto(`${site.url}/moderation/people?q=${username}`);
    await keeper.getByRole("link", { name: username }).click();
    await keeper.getByRole("link", { name: "Membership" }).click();
    await keeper.getByRole("radio", { name: /^Supporter/ }).check({ force: true });
    await giveReason(keeper, moderationText.changeMembership);
    await expect(keeper.getByText(moderationText.membershipChanged)).toBeVisible();
    await page.goto(`${site.url}/people/${username}`);
    await expect(page.getByRole("main").getByText("Supporter")).toBeVisible();
    expect((await page.goto(`${site.url}/moderation`))!.status()).toBe(404);
    await keeper.getByRole("link", { name: "Role" }).click();
    await keeper.getByRole("radio", { name: /^Moderator/ }).check({ force: true });
    await giveReason(keeper, moderationText.changeRole);
    await expect(keeper.getByText(moderationText.roleChanged)).toBeVisible();
    // A new role signs its person out everywhere.
    expect((await page.goto(`${site.url}/moderation`))!.status()).toBe(404);
    await send(page, site, "/sign-in", { name: username, password: "a-long-password" });
    expect((await page.goto(`${site.url}/moderation`))!.status()).toBe(200);
  }),
);

journey("a reported comment is removed", (title) =>
  test(title, async ({ browser }) => {
    const [{ page: writer, username }, { page: reader }] = [
      await newMember(browser, site),
      await newMember(browser, site),
    ];
    await send(writer, site, "/media/3/comments", { body: `Buy things, says ${username}` });
    await reader.goto(`${site.url}/media/3/comments`);
    const said = (page: Page) => page.getByRole("article").filter({ hasText: `says ${username}` });
    await said(reader).getByRole("link", { name: "Report" }).click();
    await reader.getByLabel(moderationText.whatIsWrong).fill("It sells things");
    await reader.getByRole("button", { name: moderationText.sendReport }).click();
    await expect(reader.getByText(moderationText.reported)).toBeVisible();
    const keeper = await pageOf(browser, "keeper");
    await keeper.goto(`${site.url}/media/3/comments`);
    await said(keeper).getByRole("link", { name: "Remove" }).click();
    await giveReason(keeper, discussionText.remove, "It sold things");
    await expect(keeper.getByText(discussionText.removed)).toBeVisible();
    await reader.goto(`${site.url}/media/3/comments`);
    await expect(said(reader)).toHaveCount(0);
  }),
);

test("the ledger adds up", async ({ browser }) => {
  const keeper = await pageOf(browser, "keeper");
  await keeper.goto(`${site.url}/moderation/ledger`);
  await expect(keeper.getByText(moderationText.ledgerCorrect)).toBeVisible();
});
