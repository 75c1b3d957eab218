import { defineConfig } from "drizzle-kit";

// `npx drizzle-kit generate` writes the plain part of a migration; STRICT and triggers are added by hand (see docs/decisions).
export default defineConfig({
  dialect: "sqlite",
  casing: "snake_case",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
});
