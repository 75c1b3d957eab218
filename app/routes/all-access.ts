import { access as account } from "./account/access";
import { access as challenge } from "./challenge/access";
import { access as comment } from "./comment/access";
import { access as crucible } from "./crucible/access";
import { access as media } from "./media/access";
import { access as moderation } from "./moderation/access";
import { access as notification } from "./notification/access";
import { access as profile } from "./profile/access";
import { access as settings } from "./settings/access";
import { access as site } from "./site/access";
import { access as token } from "./token/access";
import { access as wallet } from "./wallet/access";
import type { AccessTable } from "~/web/request/access";

/** What each module says of its addresses, by module: the order is that of docs/http.md. */
export const accessByModule: Record<string, AccessTable> = {
  account,
  challenge,
  comment,
  crucible,
  media,
  moderation,
  notification,
  profile,
  settings,
  site,
  token,
  wallet,
};

/** What every address of the site allows. */
export const access: AccessTable = Object.assign({}, ...Object.values(accessByModule));
