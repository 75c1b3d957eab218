import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { notifications } from "~/db/schema/notification";
import type { Archive } from "~/domain/subject/archive";

export const archive: Archive = {
  async exportOf(userId) {
    return { notifications: await reader().select().from(notifications).where(eq(notifications.userId, userId)) };
  },
  async anonymize(tx, { userId }) {
    await tx.delete(notifications).where(eq(notifications.userId, userId));
  },
};
