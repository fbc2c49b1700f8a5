/** What a screen reader says without being asked: live regions and alerts, wherever they stand. */
export const spoken = (): string[] => textsOf('[aria-live], [aria-role="alert"]')

/** Alerts that are seen on a page that nothing was done to: it could not be shown. */
export const alerts = (): string[] => textsOf('[aria-role="alert"]')

const textsOf = (selector: string) =>
  [...document.querySelectorAll(selector)]
    .filter((element) => element.closest('main')?.style.display !== 'none')
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
