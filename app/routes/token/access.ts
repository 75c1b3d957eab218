import { DeviceCodeForm, DeviceDecisionForm } from "~/domain/token/schema";
import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/device": {
    get: "people",
    post: "people",
    reads: DeviceCodeForm,
    query: "`code`, which is not used: it has to be typed",
    answers: "200, 422",
    pages: [{ name: "device", as: "cobalt" }],
  },
  "/device/decision": { post: "people", reads: DeviceDecisionForm, answers: "303, 422", page: "/device" },
  "/api": { get: "anyone", pages: [{ name: "api" }] },
  "/problems/:reason": { get: "anyone", absent: true, pages: [{ name: "problem", path: "/problems/not-found" }] },
};
