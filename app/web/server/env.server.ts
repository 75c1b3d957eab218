import { z } from "zod";
import { processSingleton } from "~/db/singleton";

const buzz = z.coerce.number().int().min(0).max(1_000_000);

/** Every setting; the README's table is compared with it. */
export const Env = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** The address people use. Decides cookies, links in mail and which origin may send forms. */
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  /** `live` serves people. A `trial` fills an empty database with the demo, and lets tests move its clock. */
  STAGE: z.enum(["live", "trial"]).default("live"),
  /** `false` keeps the demo out of a trial. */
  DEMO: z.stringbool().default(true),
  SIGN_UP_GRANT: buzz.default(1000),
  DAILY_GRANT: buzz.default(100),
  /** How old an account has to be to judge, and whether its e-mail address has to be confirmed. */
  JUDGE_LEAST_AGE_HOURS: z.coerce.number().min(0).max(8760).default(0),
  JUDGE_VERIFIED_EMAIL: z.stringbool().default(false),
  /** Lets programs judge through the API. */
  API_VOTES: z.stringbool().default(false),
  /** A cron pattern that replaces every job's own; for tests. */
  JOB_SCHEDULE: z.string().optional(),
  /** How long to wait at boot for another process to stop writing to this data. */
  WRITER_WAIT_SECONDS: z.coerce.number().min(0).max(600).default(30),
  /** A file with a number of milliseconds that is added to the clock; in a trial only. */
  CLOCK_OFFSET_FILE: z.string().optional(),
  /** Set by build/start-replicated.js, under which Litestream copies every change. */
  REPLICATED: z.stringbool().default(false),
  LITESTREAM_PORT: z.string().regex(/^\d+$/).default("9090"),
  /** Starts also with a bucket for media that does not hold this site's. */
  NEW_MEDIA: z.stringbool().default(false),
  /** The proxy in front of the site, whose word about a visitor's address is taken. */
  TRUST_PROXY: z.enum(["none", "fly", "forwarded"]).default("none"),
  /** Tests send more than any person; in a trial only. */
  RATE_LIMITS: z.enum(["on", "off"]).default("on"),
  /** Lets a collector read /metrics from elsewhere; without it only this machine may. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Where mail goes out, `smtp://user:password@host:587`, and from whom it comes. Without both no mail is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Sign-in with other sites; a button is there when both of its settings are. */
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  /** What looks at pictures in challenges: OpenRouter, or any endpoint that imitates OpenAI; without either, people judge. */
  OPENROUTER_API_KEY: z.string().min(8).optional(),
  JUDGE_URL: z.url({ protocol: /^https?$/ }).optional(),
  JUDGE_KEY: z.string().optional(),
  /** Models in order of preference, separated by commas; and a larger one for those who pay for it. */
  JUDGE_MODELS: z.string().default("openai/gpt-5-nano,google/gemini-2.5-flash-lite"),
  JUDGE_CAREFUL_MODEL: z.string().optional(),
  /** The strictest content rating that may be sent to the judge. */
  JUDGE_LEVELS: z.enum(["PG", "PG-13", "R"]).default("R"),
  /** Dollars that may be spent on the judge in a UTC day. */
  JUDGE_DAILY_USD: z.coerce.number().min(0).max(10_000).default(5),
  /** For how many days ahead the site has a challenge of its own each day, its prizes from the mint; 0 for none. */
  CHALLENGE_DAYS: z.coerce.number().int().min(0).max(30).default(30),
  /** Where the source code of this site can be read; linked at the foot of every page. */
  SOURCE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

type JudgeRule = { minAgeHours: number; verifiedEmail: boolean };
export type Environment = z.infer<typeof Env> & { appUrl: URL; secure: boolean; judges: JudgeRule };

/** The settings of this process, read once. Throws, naming every variable that is wrong. */
export function env(): Environment {
  return processSingleton("env", () => parseEnv(process.env));
}

export function parseEnv(source: Record<string, string | undefined>): Environment {
  const parsed = Env.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")));
  if (!parsed.success) throw new Error(`Invalid settings:\n${z.prettifyError(parsed.error)}`);
  const settings = parsed.data;
  if (settings.STAGE === "live" && settings.CLOCK_OFFSET_FILE) {
    throw new Error("Invalid settings:\nCLOCK_OFFSET_FILE is only allowed with STAGE=trial.");
  }
  if (settings.STAGE === "live" && settings.RATE_LIMITS === "off") {
    throw new Error("Invalid settings:\nRATE_LIMITS=off is only allowed with STAGE=trial.");
  }
  const appUrl = new URL(settings.APP_URL ?? `http://localhost:${settings.PORT}`);
  if (settings.JUDGE_VERIFIED_EMAIL && !(settings.SMTP_URL && settings.MAIL_FROM)) {
    throw new Error(
      "Invalid settings:\nJUDGE_VERIFIED_EMAIL requires SMTP_URL and MAIL_FROM, or nobody could confirm an address.",
    );
  }
  const judges = { minAgeHours: settings.JUDGE_LEAST_AGE_HOURS, verifiedEmail: settings.JUDGE_VERIFIED_EMAIL };
  return { ...settings, appUrl, secure: appUrl.protocol === "https:", judges };
}
