import { nothingMore } from "~/domain/event/payload";

export const events = { "user-joined": nothingMore, "user-deleted": nothingMore };
