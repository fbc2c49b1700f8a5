export interface Look {
  theme: 'light' | 'dark'
  type: 'standard' | 'large'
}

const asWritten = new WeakMap<CSSMediaRule, string>()

/**
 * Shows the framed page light or dark whatever the computer prefers: its own `prefers-color-scheme` rules are switched on
 * or off. Style sheets arrive late, so this is called again and again; it does nothing the second time.
 */
export function applyTheme(page: Document, theme: Look['theme']): void {
  for (const sheet of page.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (!isMediaRule(rule)) continue
      const condition = asWritten.get(rule) ?? rule.media.mediaText
      const wanted = condition.match(/prefers-color-scheme:\s*(light|dark)/)?.[1]
      if (!wanted) continue
      asWritten.set(rule, condition)
      const shown = wanted === theme ? 'all' : 'not all'
      if (rule.media.mediaText !== shown) rule.media.mediaText = shown
    }
  }
}

/** The framed page's own classes are not ours, so `instanceof` would never hold. */
function isMediaRule(rule: CSSRule): rule is CSSMediaRule {
  return 'media' in rule && 'cssRules' in rule
}

/** A sheet of another origin does not show its rules. */
function rulesOf(sheet: CSSStyleSheet): CSSRuleList | [] {
  try {
    return sheet.cssRules
  } catch {
    return []
  }
}

/** 大字模式 is the customer's own setting, kept on the phone: it is set where the mini-program keeps it. */
export function keepTypeSize(type: Look['type']): void {
  localStorage.setItem('large-type', JSON.stringify({ data: type === 'large' }))
}
