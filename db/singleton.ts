/**
 * One value for the whole process, even where the same module is loaded twice: in development after a reload, in
 * production by the server's bundle and by the pages' bundle.
 */
export function processSingleton<T>(name: string, make: () => T): T {
  const store = globalThis as { crucibleOnce?: Map<string, unknown> };
  store.crucibleOnce ??= new Map();
  if (!store.crucibleOnce.has(name)) store.crucibleOnce.set(name, make());
  return store.crucibleOnce.get(name) as T;
}
