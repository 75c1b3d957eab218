/**
 * A path in its plain spelling: one slash between parts, none at the end, no letter escaped that needn’t be. Everything
 * after this sees plain paths only.
 */
export function plainPath(path: string) {
  return `/${path.split("/").filter(Boolean).map(withPlainLetters).join("/")}`;
}

/** A path as the router takes it, which pays no heed to capitals; `/sign-in.data` is how a script asks for `/sign-in`. */
export function routedPath(path: string) {
  const plain = plainPath(path).split("/").map(unescaped).join("/").toLowerCase();
  const asked = plain.replace(/\/*\.data$/, "").replace(/^\/_root$/, "/");
  return asked.replace(/\/{2,}/g, "/").replace(/(.)\/+$/, "$1") || "/";
}

function withPlainLetters(part: string) {
  return part.replace(/%[\da-f]{2}/gi, (escape) => {
    const letter = String.fromCharCode(parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : escape;
  });
}

function unescaped(part: string) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
