import { authEndpoints } from "./auth";
import { crucibleEndpoints } from "./crucible";
import { mediaEndpoints } from "./media";
import { notificationEndpoints } from "./notification";
import { profileEndpoints } from "./profile";
import { walletEndpoints } from "./wallet";

/** Every endpoint of the API, in the order of its documentation. */
export const endpoints = [
  ...authEndpoints,
  ...crucibleEndpoints,
  ...mediaEndpoints,
  ...profileEndpoints,
  ...notificationEndpoints,
  ...walletEndpoints,
];
