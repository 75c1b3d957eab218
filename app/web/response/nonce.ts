import { createContext } from "react";

/** Lets this page's own scripts through the content security policy. Empty in the browser, which hides nonces. */
export const Nonce = createContext("");
