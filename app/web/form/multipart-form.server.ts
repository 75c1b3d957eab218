import { readFields } from "./form.server";
import { withUpload } from "./upload.server";
import type { Limits, Use } from "./upload.server";

/** Reads a form that may bring files, however it was sent; see `withUpload` for what becomes of them. */
export async function withFields<T>(request: Request, limits: Limits, use: Use<T>) {
  const multipart = request.headers.get("content-type")?.startsWith("multipart/form-data");
  return multipart ? withUpload(request, limits, use) : use([], await readFields(request, limits.fields), null);
}
