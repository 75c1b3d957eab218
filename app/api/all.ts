import { authEndpoints } from "./auth";
import { commentEndpoints } from "./comment";
import { crucibleEndpoints } from "./crucible";
import { enteringEndpoints } from "./crucible-entering";
import { judgingEndpoints } from "./crucible-judging";
import { mediaEndpoints } from "./media";
import { moderationEndpoints } from "./moderation";
import { notificationEndpoints } from "./notification";
import { profileEndpoints } from "./profile";
import { walletEndpoints } from "./wallet";

/** Every endpoint of the API, in the order of its documentation. */
export const endpoints = [
  ...authEndpoints,
  ...crucibleEndpoints,
  ...enteringEndpoints,
  ...judgingEndpoints,
  ...mediaEndpoints,
  ...commentEndpoints,
  ...profileEndpoints,
  ...notificationEndpoints,
  ...walletEndpoints,
  ...moderationEndpoints,
];
