import { z } from "zod";
import { themes } from "~/db/schema/values";
import { isReserved } from "./rules";

export const passwordTooShort = "Passwords must be at least 8 characters long.";
export const deletionUnconfirmed = "Check this box to delete your account.";

const username = z
  .string({ error: "Choose a username." })
  .trim()
  .min(3, "Usernames must be at least 3 characters long.")
  .max(24, "Usernames can be at most 24 characters long.")
  .regex(/^[a-zA-Z0-9_-]+$/, "Use only letters, digits, _ and -.")
  .refine((name) => !isReserved(name), "This name is reserved. Choose another.");

const email = z
  .string({ error: "Enter your email address." })
  .trim()
  .max(254, "This email address is too long.")
  .pipe(z.email("Enter a valid email address."));

const password = z
  .string({ error: "Choose a password." })
  .min(8, passwordTooShort)
  .max(200, "Passwords can be at most 200 characters long.");

export const SignUpForm = z.strictObject({ username, email, password, to: z.string().optional() });

export const SignInForm = z.strictObject({
  name: z.string({ error: "Enter your username or email address." }).trim().min(1).max(254),
  password: z.string({ error: "Enter your password." }).min(1).max(200),
  to: z.string().optional(),
});

export const signUpRefusals = {
  "username-taken": "This username is taken. Choose another.",
  "email-taken": "There’s already an account with this email address. Sign in instead?",
} as const;

export const LevelsForm = z.strictObject({
  /** One number for each level that is ticked; together a set. */
  levels: z
    .array(
      z.coerce
        .number()
        .int()
        .refine((bit) => [1, 2, 4, 8, 16].includes(bit), "Choose ratings from the list."),
      {
        error: "Choose at least one content rating.",
      },
    )
    .min(1, "Choose at least one content rating.")
    .max(5, "Choose ratings from the list.")
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
export const DeleteAccountForm = z.strictObject({
  password: z.string().max(200).default(""),
  sure: z.literal("on", { error: deletionUnconfirmed }),
});

export const levelRefusals = {
  "not-confirmed": "Confirm that you’re an adult to turn on R and above.",
} as const;

export const emailLinkRefusals = {
  "stale-link": "This link has already been used or has expired. Request a new one.",
} as const;

export const identityRefusals = {
  "address-unverified-here":
    "There’s already an account with this email address, but the address hasn’t been confirmed. Sign in with your password, then add this sign-in method in Settings.",
  "linked-to-another": "This sign-in method already belongs to another account.",
} as const;

export const deleteAccountRefusals = {
  "last-admin": "You’re the only admin. Make someone else an admin first.",
} as const;
