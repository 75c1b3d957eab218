import { pino } from "pino";
import { onceInProcess } from "~/db/singleton";
import { env } from "./env.server";

export const logger = onceInProcess("logger", () => pino({ level: env().LOG_LEVEL, base: undefined }));
