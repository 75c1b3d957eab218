import { pino } from "pino";
import { processSingleton } from "~/db/singleton";
import { env } from "./env.server";

export const logger = processSingleton("logger", () => pino({ level: env().LOG_LEVEL, base: undefined }));
