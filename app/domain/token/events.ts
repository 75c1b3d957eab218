import { z } from "zod";

export const events = {
  /** Somebody used a refresh token that had been replaced, so its program was signed out. */
  "token-reused": z.object({ client: z.string() }),
};
