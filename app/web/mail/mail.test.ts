import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useSettings } from "~/tests/settings";
import { logger } from "../server/log.server";
import { isMailSetUp, sendEmail } from "./mail.server";

const settle = useSettings();

type Received = { from: string; to: string[]; text: string };

const letter = { token: "to-ken_123", email: "mara@example.org", username: "mara" };
let received: Received[] = [];
let server: SMTPServer;
let refusing = false;

beforeEach(async () => {
  received = [];
  refusing = false;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (refusing) return done(new Error(`the mailbox of ${letter.email} is full`));
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        received.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

function configure(source: Record<string, string>) {
  settle({ APP_URL: "https://crucible.example.org", ...source });
}

function withMail() {
  const { port } = server.server.address() as AddressInfo;
  configure({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Crucible <no-reply@example.org>" });
}

/** Mail breaks long lines and escapes `=`. */
function plain(text: string) {
  return text.replace(/=\r?\n/g, "").replace(/=3D/g, "=");
}

test("an email reaches the mail server with its link", async () => {
  withMail();
  expect(isMailSetUp()).toBe(true);
  expect(await sendEmail("reset-password", letter)).toBe(true);
  expect(received).toMatchObject([{ from: "no-reply@example.org", to: ["mara@example.org"] }]);
  expect(plain(received[0]!.text)).toContain("https://crucible.example.org/reset-password?token=to-ken_123");
  expect(await sendEmail("verify-email", letter)).toBe(true);
  expect(plain(received[1]!.text)).toContain("https://crucible.example.org/verify-email?token=to-ken_123");
});

test("an email has a plain text and an HTML part with the same text and link, and escapes the name", async () => {
  withMail();
  await sendEmail("reset-password", { ...letter, username: "<b>mara" });
  const [, text, html] = received[0]!.text
    .split(/^Content-Type: text\//m)
    .map((part) => plain(part).replaceAll("=E2=80=99", "’"));
  expect([text!.split(";")[0], html!.split(";")[0]]).toEqual(["plain", "html"]);
  const link = "https://crucible.example.org/reset-password?token=to-ken_123";
  for (const form of [text, html]) {
    expect(form).toContain(link);
    expect(form).toContain("If you didn’t request this, you can ignore this email.");
  }
  expect(html).toContain(`href="${link}"`);
  expect(html).not.toContain("<b>mara");
  expect(html).not.toMatch(/<img|url\(|src=/);
});

test("a name with a line break in it adds no header and no recipient", async () => {
  withMail();
  await sendEmail("verify-email", { ...letter, username: "mara\r\nBcc: thief@example.org" });
  expect(received[0]!.to).toEqual(["mara@example.org"]);
  expect(received[0]!.text.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/m);
});

test("a mail server that refuses or is down is logged and fails no page", async () => {
  const logged = vi.spyOn(logger, "error").mockReturnValue(undefined);
  withMail();
  refusing = true;
  expect(await sendEmail("reset-password", letter)).toBe(false);
  configure({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "x@example.org" });
  expect(await sendEmail("reset-password", letter)).toBe(false);
  expect(logged).toHaveBeenCalledTimes(2);
  expect(logged.mock.calls.map(([line]) => line)).toMatchObject([{ responseCode: 450 }, { code: "ESOCKET" }]);
  for (const secret of [letter.token, letter.email]) expect(JSON.stringify(logged.mock.calls)).not.toContain(secret);
});

test("without email, a trial logs the link and a live site doesn't", async () => {
  const logged = vi.spyOn(logger, "info").mockReturnValue(undefined);
  configure({ STAGE: "live" });
  expect([isMailSetUp(), await sendEmail("reset-password", letter)]).toEqual([false, false]);
  expect(logged).not.toHaveBeenCalled();
  configure({ STAGE: "trial" });
  expect(await sendEmail("reset-password", letter)).toBe(true);
  expect(JSON.stringify(logged.mock.calls)).toContain("token=to-ken_123");
});
