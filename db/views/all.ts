// What each kind adds to the views over all kinds.
export { arms as crucible } from "./crucible";
