import type { ServerResponse } from 'node:http'

/** Sends JSON text that is ready to go. The content type is the exact one CloudBase's SDK compares with. */
export function sendJsonText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendJsonText(response, status, JSON.stringify(value))
}

export function sendBytes(
  response: ServerResponse,
  status: number,
  contentType: string,
  bytes: Uint8Array | string,
): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(bytes) })
  response.end(bytes)
}
