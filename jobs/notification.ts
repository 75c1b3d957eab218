import { drainEvents as drain } from "~/domain/notification/outbox.server";
import type { Job } from "./index";

export const drainEvents: Job = {
  name: "drain-events",
  schedule: "*/10 * * * * *",
  async run({ now }) {
    const { failed } = await drain({ now });
    const errors = failed.map(
      ({ eventId, error }) => new Error(`Notifying about event ${eventId} failed.`, { cause: error }),
    );
    if (errors.length > 0) throw new AggregateError(errors, `Events with failed notifications: ${errors.length}.`);
  },
};
