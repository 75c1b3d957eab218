import type { Notice } from "~/domain/event/notice";
import * as modules from "./all";

type Read = (data: unknown, times: number) => Notice;

const readers: Record<string, Read> = Object.assign({}, ...Object.values(modules).map(({ notices }) => notices));

export const notificationKinds = Object.keys(readers);

/** A notification as it can be said. Throws on data that is not the kind's. */
export function readNotice({ kind, data, times }: { kind: string; data: unknown; times: number }) {
  return readers[kind]!(data, times);
}
