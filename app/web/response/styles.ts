import { createContext } from "react";

/** The whole style sheet, to be sent inside the page; empty where the browser asks for it, or has it. */
export const Styles = createContext("");
