import { ForgotForm, OauthForm, ResetForm, SignInForm, SignUpForm, VerifyForm } from "~/domain/account/schema";
import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/sign-up": {
    get: "anyone",
    query: "`to?`",
    post: "anyone",
    reads: SignUpForm,
    answers: "303, 422",
    pages: [{ name: "sign-up" }],
  },
  "/sign-in": {
    get: "anyone",
    query: "`to?`",
    post: "anyone",
    reads: SignInForm,
    answers: "303, 422",
    pages: [{ name: "sign-in" }],
  },
  "/sign-in/:provider": {
    get: "anyone",
    query: "`to?`",
    shows: "303 to the other site",
    whose: "anyone, where it is configured",
    absent: true,
  },
  "/sign-in/:provider/callback": {
    get: "anyone",
    query: "`code` `state`",
    shows: "200, with a button",
    post: "anyone",
    reads: OauthForm,
    answers: "303, 422",
    whose: "anyone, where it is configured",
    absent: true,
  },
  "/sign-out": { post: "anyone" },
  "/forgot-password": {
    get: "anyone",
    post: "anyone",
    reads: ForgotForm,
    answers: "303, whether there is such an account or not",
    pages: [{ name: "forgot-password" }],
  },
  "/reset-password": {
    get: "anyone",
    query: "`token`",
    post: "anyone",
    reads: ResetForm,
    answers: "303, 422",
    pages: [{ name: "reset-password", path: "/reset-password?token=none" }],
  },
  "/verify-email": {
    get: "anyone",
    query: "`token`",
    shows: "200, with a button",
    post: "anyone",
    reads: VerifyForm,
    answers: "303, 422",
    pages: [{ name: "verify-email", path: "/verify-email?token=none" }],
  },
};
