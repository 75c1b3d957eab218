import { buildWhenStale } from "../../app/prepare.mjs";

/** Faults happen to the built site: it is brought up to date once, before any of them starts. */
export default function setup() {
  buildWhenStale();
}
