import { z } from "zod";
import { notice } from "~/domain/event/notice";
import type { Tellers } from "~/domain/event/notice";
import { partsOf } from "~/domain/subject/subject";
import type { events } from "./events";
import { deviceClients } from "./schema";

export const notices = {
  "token-reused": notice({
    data: z.object({ client: z.string() }),
    path: () => "/settings/tokens",
    sentence: ({ data: { client } }) =>
      `We signed ${clientName(client)} out because an old token of yours was used again. If you didn’t copy it, change your password.`,
  }),
};

function clientName(client: string) {
  return client in deviceClients ? deviceClients[client as keyof typeof deviceClients] : "a program";
}

export const tellers: Tellers<typeof events, typeof notices> = {
  "token-reused": ({ subject }, data) => [
    { userId: partsOf(subject).id, kind: "token-reused", subject, data, times: 1 },
  ],
};
