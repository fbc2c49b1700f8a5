/** A canvas as WeChat hands it to scripts: to draw on, with nothing of a browser's element. */
export interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): unknown
  createImage(): unknown
  toDataURL(type?: string): string
}

const canvases = new WeakMap<object, HTMLCanvasElement>()

export function canvasNode(canvas: HTMLCanvasElement): CanvasNode {
  const node: CanvasNode = {
    get width() {
      return canvas.width
    },
    set width(width) {
      canvas.width = width
    },
    get height() {
      return canvas.height
    },
    set height(height) {
      canvas.height = height
    },
    getContext: (kind) => canvas.getContext(kind),
    createImage: () => new Image(),
    toDataURL: (type) => canvas.toDataURL(type),
  }
  canvases.set(node, canvas)
  return node
}

export const canvasBehind = (node: unknown): HTMLCanvasElement | undefined =>
  typeof node === 'object' && node !== null ? canvases.get(node) : undefined
