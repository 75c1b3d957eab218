import { JudgingKeysForm, DeleteAccountForm, LevelsForm, PasswordForm, ThemeForm } from "~/domain/account/schema";
import { NewTokenForm } from "~/domain/token/schema";
import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/settings": {
    get: "people",
    post: "people",
    reads: LevelsForm,
    answers: "303, 422",
    pages: [{ name: "settings", as: "cobalt" }],
  },
  "/settings/judging": { post: "people", reads: JudgingKeysForm, page: "/settings" },
  "/settings/theme": { post: "anyone", reads: ThemeForm, page: "/settings" },
  "/settings/security": {
    get: "people",
    post: "people",
    reads: PasswordForm,
    answers: "303, 422",
    pages: [{ name: "settings-security", as: "cobalt" }],
  },
  "/settings/sessions/:id/end": { post: "owner", page: "/settings/security" },
  "/settings/tokens": {
    get: "people",
    post: "people",
    reads: NewTokenForm,
    answers: "200, 422",
    pages: [{ name: "settings-tokens", as: "cobalt" }],
  },
  "/settings/tokens/:id/deletion": { post: "owner", page: "/settings/tokens" },
  "/settings/apps/:id/end": { post: "owner", page: "/settings/tokens" },
  "/settings/emails": { post: "people", answers: "303, 422", page: "/settings/security" },
  "/settings/data": { get: "people", pages: [{ name: "settings-data", as: "cobalt" }] },
  "/settings/data/archive.zip": { get: "people", shows: "200, ZIP" },
  "/settings/deletion": {
    get: "people",
    post: "people",
    reads: DeleteAccountForm,
    answers: "303, 422",
    pages: [{ name: "settings-deletion", as: "cobalt" }],
  },
};
