import { createTransport } from "nodemailer";
import type { EmailPurpose as Purpose } from "~/domain/account/email-links.server";
import { env } from "../server/env.server";
import { htmlEmail, plainTextEmail } from "./email-templates";
import type { EmailText } from "./email-templates";
import { logger } from "../server/log.server";

/** An email that a verb has created a link for: its token is known here and nowhere else. */
export type Email = { token: string; email: string; username: string };

const WAIT = 10_000;

const emailLinks: Record<Purpose, { path: string; words: Omit<EmailText, "greeting"> }> = {
  "verify-email": {
    path: "/verify-email",
    words: {
      subject: "Confirm your email address",
      before: "Please confirm your email address:",
      button: "Confirm email",
      after: "The link works once, for 24 hours. If you didn’t sign up, you can ignore this email.",
    },
  },
  "reset-password": {
    path: "/reset-password",
    words: {
      subject: "Reset your password",
      before: "You can choose a new password here:",
      button: "Choose a new password",
      after: "The link works once, for one hour. If you didn’t request this, you can ignore this email.",
    },
  },
};

/** Whether email can be sent at all; where not, the reset page says so. */
export function isMailSetUp() {
  const { SMTP_URL, MAIL_FROM } = env();
  return SMTP_URL !== undefined && MAIL_FROM !== undefined;
}

/**
 * Sends an email, after the transaction that created its link. In a trial without mail its link goes to the log instead. Answers
 * whether it is on its way; a mail server that fails is logged and never fails a page.
 */
export async function sendEmail(purpose: Purpose, { token, email, username }: Email) {
  const { path, words } = emailLinks[purpose];
  const link = new URL(`${path}?token=${encodeURIComponent(token)}`, env().appUrl).href;
  if (!isMailSetUp()) return withoutMail(purpose, email, link);
  try {
    const said = { ...words, greeting: `Hello ${username},` };
    const forms = { text: plainTextEmail(said, link), html: htmlEmail(said, link) };
    await post({ to: { name: username, address: email }, subject: words.subject, ...forms });
    return true;
  } catch (error) {
    // What the mail server said may hold the address, which is nobody's business.
    const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
    logger.error({ purpose, code, responseCode, command }, "sending an email failed");
    return false;
  }
}

type Mail = { to: { name: string; address: string }; subject: string; text: string; html: string };

async function post(mail: Mail) {
  const waits = { connectionTimeout: WAIT, greetingTimeout: WAIT, socketTimeout: WAIT };
  const transport = createTransport({ url: env().SMTP_URL, ...waits });
  try {
    await transport.sendMail({ from: env().MAIL_FROM, ...mail });
  } finally {
    transport.close();
  }
}

function withoutMail(purpose: Purpose, email: string, link: string) {
  if (env().STAGE !== "trial") return false;
  logger.info({ purpose, email, link }, "email is not set up; here is the link");
  return true;
}
