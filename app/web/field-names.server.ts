const NAME = /^[\w-]{1,64}(?:\.[\w-]{1,64}|\[\d{0,3}\]){0,4}$/;
const MOST_FIELDS = 1000;

/**
 * Whether these can be the fields of a form of ours. A name says where in a list its value goes: `a[999999999]` would
 * make a list of that length, and `__proto__` would reach what all objects share.
 */
export function areOurNames(fields: FormData) {
  const names = [...fields.keys()];
  return (
    names.length <= MOST_FIELDS &&
    names.every((name) => NAME.test(name) && !/\b(__proto__|constructor|prototype)\b/.test(name))
  );
}
