import { z } from "zod";

/** The number of a row, as payloads hold it. */
export const rowId = z.number().int().positive();

/** An event that says everything by its kind, subject and actor. */
export const nothingMore = z.object({});
