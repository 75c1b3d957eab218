import { z } from "zod";
import { themes } from "~/db/schema/values";
import { isReserved } from "./rules";

const username = z
  .string({ error: "Choose a username." })
  .trim()
  .min(3, "A username has at least 3 characters.")
  .max(24, "A username has at most 24 characters.")
  .regex(/^[a-zA-Z0-9_-]+$/, "Use letters, digits, _ and - only.")
  .refine((name) => !isReserved(name), "This name is reserved. Choose another.");

const email = z
  .string({ error: "Give your e-mail address." })
  .trim()
  .max(254, "This address is too long.")
  .pipe(z.email("This does not look like an e-mail address."));

export const password = z
  .string({ error: "Choose a password." })
  .min(8, "A password has at least 8 characters.")
  .max(200, "A password has at most 200 characters.");

export const SignUpForm = z.strictObject({ username, email, password, to: z.string().optional() });

export const SignInForm = z.strictObject({
  name: z.string({ error: "Give your username or e-mail address." }).trim().min(1).max(254),
  password: z.string({ error: "Give your password." }).min(1).max(200),
  to: z.string().optional(),
});

export const signUpRefusals = {
  "username-taken": "This username is taken. Choose another.",
  "email-taken": "There is an account with this address already. Sign in instead?",
} as const;

export const LevelsForm = z.strictObject({
  /** One number for each level that is ticked; together a set. */
  levels: z
    .array(
      z.coerce
        .number()
        .int()
        .refine((bit) => [1, 2, 4, 8, 16].includes(bit), "There is no such level."),
      {
        error: "Choose at least one level.",
      },
    )
    .min(1, "Choose at least one level.")
    .max(5, "There is no such level.")
    .transform((bits) => bits.reduce((set, bit) => set | bit, 0)),
  adult: z.coerce.boolean().default(false),
});

export const ThemeForm = z.strictObject({ theme: z.enum(themes), to: z.string().optional() });
export const JudgingKeysForm = z.strictObject({
  judgingKeys: z.coerce.boolean().default(false),
  to: z.string().optional(),
});
export const PasswordForm = z.strictObject({ password: z.string().max(200).default(""), newPassword: password });
export const ForgotForm = z.strictObject({ email });
export const ResetForm = z.strictObject({ token: z.string().max(100), newPassword: password });
export const VerifyForm = z.strictObject({ token: z.string().max(100) });
export const OauthForm = z.strictObject({ code: z.string().max(2000), state: z.string().max(200) });
export const LeaveForm = z.strictObject({
  password: z.string().max(200).default(""),
  sure: z.literal("on", { error: "Tick this to delete your account." }),
});

export const levelRefusals = {
  "not-confirmed": "Confirm that you are an adult to turn on R and above.",
} as const;

export const letterRefusals = {
  "stale-link": "This link was used already, or is too old. Ask for a new one.",
} as const;

export const identityRefusals = {
  "address-unverified-here":
    "There is an account with this address, but the address was never verified here. Sign in with its password, then link it in settings.",
  "linked-to-another": "This sign-in belongs to another account here.",
} as const;

export const leaveRefusals = {
  "last-admin": "You are the only admin. Make somebody else an admin first.",
} as const;
