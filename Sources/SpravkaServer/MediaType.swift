/// The media types of what a site is made of (IANA), by the ends of names.
func mediaType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  let end = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  return mediaTypes[end] ?? "application/octet-stream"
}

private let mediaTypes = [
  "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
  "js": "text/javascript; charset=utf-8", "json": "application/json",
  "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
  "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
  "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
  "ico": "image/vnd.microsoft.icon", "pdf": "application/pdf", "zip": "application/zip",
  "mp4": "video/mp4", "webm": "video/webm", "woff2": "font/woff2",
  "webmanifest": "application/manifest+json",
]
