import { createElement, type ReactNode, type SyntheticEvent } from 'react'
import { phone } from './taro'

/** Stand-ins for Taro's components: the same prop names and `event.detail` shapes, plain DOM underneath. */
type Properties = Record<string, unknown> & { children?: ReactNode }

const kept = /^(id|className|style|role|src|data-.*|aria-.*)$/

function domProperties(properties: Properties): Record<string, unknown> {
  const attributes = Object.entries(properties).filter(([name, value]) => kept.test(name) && value !== undefined)
  const shown: Record<string, unknown> = Object.fromEntries(attributes)
  if ('aria-role' in shown) {
    shown.role = shown['aria-role']
    delete shown['aria-role']
  }
  if (properties.onClick) shown.onClick = properties.onClick
  return shown
}

const plain = (tag: string) => (properties: Properties) =>
  createElement(tag, domProperties(properties), properties.children)

export const View = plain('div')
export const Text = plain('span')
export const ScrollView = plain('div')
export const RootPortal = plain('div')
export const CustomWrapper = plain('div')
export const Swiper = plain('div')
export const SwiperItem = plain('div')
export const OfficialAccount = plain('div')
export const Canvas = plain('canvas')
export const Image = ({ children: _none, ...properties }: Properties) => createElement('img', domProperties(properties))

export function Button(properties: Properties) {
  const { children, disabled, openType, onGetPhoneNumber } = properties
  const answer = () => {
    if (typeof onGetPhoneNumber === 'function') onGetPhoneNumber({ detail: phone.phoneNumber })
  }
  return createElement(
    'button',
    {
      type: 'button',
      ...domProperties(properties),
      ...(openType === 'getPhoneNumber' && { onClick: answer }),
      disabled,
      'data-open-type': openType,
    },
    children,
  )
}

export function Switch(properties: Properties) {
  const onChange = properties.onChange
  const follow = (event: SyntheticEvent<HTMLInputElement>) => {
    if (typeof onChange === 'function') onChange({ detail: { value: event.currentTarget.checked } })
  }
  const shown = { ...domProperties(properties), type: 'checkbox', role: 'switch' }
  return createElement('input', { ...shown, checked: properties.checked === true, onChange: follow })
}

/** A tap chooses the invented region of the tests. */
export function Picker(properties: Properties) {
  const onChange = properties.onChange
  const choose = () => {
    if (typeof onChange === 'function') onChange({ detail: { value: ['示范省', '示范市', '示范区'] } })
  }
  return createElement('div', { ...domProperties(properties), onClick: choose }, properties.children)
}

export function Input(properties: Properties) {
  const onInput = properties.onInput
  const follow = (event: SyntheticEvent<HTMLInputElement>) => {
    if (typeof onInput === 'function') onInput({ detail: { value: event.currentTarget.value } })
  }
  const { maxlength, placeholder, value } = properties
  const shown = { ...domProperties(properties), maxLength: maxlength, placeholder, value }
  return createElement('input', { ...shown, onChange: follow })
}

export function Textarea(properties: Properties) {
  const onInput = properties.onInput
  const follow = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    if (typeof onInput === 'function') onInput({ detail: { value: event.currentTarget.value } })
  }
  const { maxlength, placeholder, value } = properties
  return createElement('textarea', {
    ...domProperties(properties),
    maxLength: maxlength,
    placeholder,
    value,
    onChange: follow,
  })
}
