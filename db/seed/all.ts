// What each module shows in the demo.
export { demo as crucible } from "./contests";
export { demo as comment } from "./talk";
