import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import './PrimaryButton.scss'

interface PrimaryButtonProps {
  children: ReactNode
  onClick?: () => void
  disabled?: boolean
  /** `quiet` is the second action of a screen: an outline. */
  tone?: 'main' | 'quiet'
  /** WeChat's own action, such as sending the page to a friend. */
  openType?: 'share' | 'contact' | 'getPhoneNumber'
  /** WeChat's answer to `getPhoneNumber`. */
  onPhoneNumber?: (detail: { code?: string | undefined }) => void
  label?: string
}

/** The action of a screen: 48 high, as wide as its place. */
export function PrimaryButton({
  children,
  onClick,
  disabled = false,
  tone = 'main',
  openType,
  onPhoneNumber,
  label,
}: PrimaryButtonProps) {
  return (
    <Button
      className={`primary-button primary-button--${tone} ${disabled ? 'primary-button--disabled' : ''}`}
      hoverClass="primary-button--pressed"
      disabled={disabled}
      {...(openType && { openType })}
      {...(onClick && { onClick })}
      {...(onPhoneNumber && { onGetPhoneNumber: ({ detail }) => onPhoneNumber(detail) })}
      {...accessible({ role: 'button', disabled, ...(label !== undefined && { label }) })}
    >
      {children}
    </Button>
  )
}
