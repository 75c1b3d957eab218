import { readFileSync, writeFileSync } from "node:fs";
import { withTables } from "./http-tables";

// `npm run docs:http`: prints the tables of docs/http.md from what the modules say of their addresses.
const FILE = "docs/http.md";
writeFileSync(FILE, withTables(readFileSync(FILE, "utf8")));
