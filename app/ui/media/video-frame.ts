const TIMEOUT_MS = 5_000;
const LARGEST = 1600;

/** A frame of a chosen video as a JPEG, from a second in; null when this browser cannot show it. */
export async function frameOf(file: File) {
  const video = document.createElement("video");
  const url = URL.createObjectURL(file);
  try {
    video.muted = true;
    video.preload = "auto";
    video.src = url;
    await when(video, "loadeddata");
    video.currentTime = Math.min(1, video.duration / 2);
    await when(video, "seeked");
    return await drawn(video);
  } catch {
    return null;
  } finally {
    video.removeAttribute("src");
    URL.revokeObjectURL(url);
  }
}

function when(video: HTMLVideoElement, event: "loadeddata" | "seeked") {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, resolve, { once: true });
    video.addEventListener("error", reject, { once: true });
    setTimeout(reject, TIMEOUT_MS);
  });
}

function drawn(video: HTMLVideoElement) {
  const scale = Math.min(1, LARGEST / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext("2d")!.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
}
