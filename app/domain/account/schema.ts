import { z } from "zod";

const username = z
  .string({ error: "Choose a username." })
  .trim()
  .min(3, "A username has at least 3 characters.")
  .max(24, "A username has at most 24 characters.")
  .regex(/^[a-zA-Z0-9_-]+$/, "Use letters, digits, _ and - only.");

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
