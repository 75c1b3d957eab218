import type { RouteConfig } from "@remix-run/route-config";
import { routes as account } from "./routes/account/routes";
import { routes as comment } from "./routes/comment/routes";
import { routes as crucible } from "./routes/crucible/routes";
import { routes as media } from "./routes/media/routes";
import { routes as moderation } from "./routes/moderation/routes";
import { routes as notification } from "./routes/notification/routes";
import { routes as profile } from "./routes/profile/routes";
import { routes as settings } from "./routes/settings/routes";
import { routes as site } from "./routes/site/routes";
import { routes as token } from "./routes/token/routes";
import { routes as wallet } from "./routes/wallet/routes";

// Every address of the site. A new one is a line in its module's routes.ts and a line in access.ts beside it.
export default [
  ...site,
  ...account,
  ...comment,
  ...crucible,
  ...media,
  ...moderation,
  ...notification,
  ...profile,
  ...settings,
  ...token,
  ...wallet,
] satisfies RouteConfig;
