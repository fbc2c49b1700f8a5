/** The browser saves it among its downloads. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Only when the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
