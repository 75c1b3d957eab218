// What each kind adds to the views over all kinds.
export { arms as challenge } from "./challenge";
export { arms as crucible } from "./crucible";
