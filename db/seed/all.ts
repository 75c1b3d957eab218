// What each module shows in the demo.
export { demo as challenge } from "./challenge";
export { demo as crucible } from "./crucible";
export { demo as comment } from "./comment";
