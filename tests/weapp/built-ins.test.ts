import { afterEach, describe, expect, test } from 'vitest'
import { chooseFrom, tapOn, until } from './hands'
import type { Device } from './host/device'
import { Host } from './host/host'
import { loneDevice } from './in-jsdom'
import { sampleWeapp } from './sample'

let host: Host | undefined
afterEach(() => {
  host?.kill()
  expect(host?.faults.all).toEqual([])
})

/** A page that writes down each event it hears: its name, its detail. */
const listening = `
  const note = (what) => wx.setStorageSync('heard', [...(wx.getStorageSync('heard') || []), what])
  Page({
    data: { columns: [['鲁', '京'], ['A', 'B', 'C']], text: '', hint: '车牌', agreed: false, shown: 0 },
    hear({ type, detail }) { note([type, detail]) },
    turnFirst({ type, detail }) {
      note([type, detail])
      this.setData({ 'columns[1]': ['X'] })
    },
    change(event) { this.setData(event.currentTarget.dataset.set) },
  })`

function show(wxml: string, about: Partial<Device> = {}) {
  const device = { ...loneDevice(), ...about }
  const running = new Host(sampleWeapp({ 'pages/home/index.wxml': wxml, 'pages/home/index.js': listening }), device)
  host = running
  const heard = (): [string, Record<string, unknown>][] => JSON.parse(device.storage.get('heard') ?? '[]')
  return {
    host: running,
    heard,
    /** Once something was heard. */
    first: (event: string) => until(running, event, () => heard().find(([type]) => type === event)?.[1] ?? null),
    field: (tag = 'input') => {
      const found = running.pages.top.element.querySelector<HTMLInputElement>(tag)
      if (!found) throw new Error(`there is no ${tag}`)
      return found
    },
  }
}

function type(field: HTMLInputElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

const whole = `<form bindsubmit="hear" bindreset="hear">
  <input name="plate" value="京A" bindinput="hear"/>
  <textarea name="words" value="两辆"/>
  <checkbox-group name="covers" bindchange="hear">
    <checkbox value="third">三者</checkbox><checkbox value="damage" checked>车损</checkbox>
  </checkbox-group>
  <radio-group name="use" bindchange="hear"><label><radio value="family"/>家用</label><label><radio value="trade"/>营运</label></radio-group>
  <switch name="renews"/>
  <picker name="branch" mode="selector" range="{{['鼓楼', '玄武']}}" bindchange="hear"><view>选网点</view></picker>
  <button form-type="submit" id="go">提交</button><button form-type="reset">清空</button>
</form>`

describe('<form>', () => {
  test('what all its fields hold, by their names', async () => {
    const { host, first, field } = show(whole)
    type(field(), '京A12345')
    await tapOn(host, '三者')
    await tapOn(host, '营运')
    await chooseFrom(host, '选网点', '玄武')
    await tapOn(host, '提交')
    expect(await first('submit')).toEqual({
      value: { plate: '京A12345', words: '两辆', covers: ['third', 'damage'], use: 'trade', renews: false, branch: 1 },
      target: { id: 'go', dataset: {} },
    })
  })

  test('reset empties them', async () => {
    const { host, first } = show(whole)
    await tapOn(host, '三者')
    await tapOn(host, '清空')
    await first('reset')
    await tapOn(host, '提交')
    expect((await first('submit')).value).toEqual({
      ...{ plate: '', words: '', covers: [], use: '', renews: false, branch: null },
    })
  })
})

describe('choices', () => {
  test('the group tells which boxes are on, in the order of the page', async () => {
    const { host, heard } = show(whole)
    await tapOn(host, '三者')
    await tapOn(host, '车损')
    expect(heard()).toEqual([
      ['change', { value: ['third', 'damage'] }],
      ['change', { value: ['third'] }],
    ])
  })

  test('one radio at a time, and nothing new about the one that is on', async () => {
    const { host, heard } = show(whole)
    for (const label of ['家用', '营运', '营运']) await tapOn(host, label)
    expect(heard()).toEqual([
      ['change', { value: 'family' }],
      ['change', { value: 'trade' }],
    ])
  })

  test('a label elsewhere turns the control that it names, once', async () => {
    const { host, heard } = show(
      '<checkbox-group bindchange="hear"><checkbox id="agree" value="yes"/></checkbox-group><label for="agree">同意</label>',
    )
    await tapOn(host, '同意')
    expect(heard()).toEqual([['change', { value: ['yes'] }]])
  })

  test('what is disabled stays as it is', async () => {
    const { host, heard } = show(
      '<checkbox-group bindchange="hear"><checkbox disabled value="a">不能选</checkbox></checkbox-group>',
    )
    await tapOn(host, '不能选')
    expect(heard()).toEqual([])
  })
})

describe('<picker>', () => {
  test('selector: which entry, also of objects', async () => {
    const range = "{{[{ n: '轿车' }, { n: '货车' }]}}"
    const { host, first } = show(
      `<picker range="${range}" range-key="n" value="0" bindchange="hear"><view>车型</view></picker>`,
    )
    await chooseFrom(host, '车型', '货车')
    expect(await first('change')).toEqual({ value: 1 })
  })

  test('multiSelector: each turn of a drum is told, and the page may change the next one', async () => {
    const { host, heard } = show(
      '<picker mode="multiSelector" range="{{columns}}" bindcolumnchange="turnFirst" bindchange="hear"><view>号牌</view></picker>',
    )
    await chooseFrom(host, '号牌', '京', 'X')
    expect(heard()).toEqual([
      ['columnchange', { column: 0, value: 1 }],
      ['columnchange', { column: 1, value: 0 }],
      ['change', { value: [1, 0] }],
    ])
  })

  test.each([
    ['the last day of a leap February', '2028-02-29', ['2028年', '2月', '29日']],
    ['not before its start', '2026-11-23', ['2026年', '11月', '23日']],
  ])('date: %s', async (_, value, entries) => {
    const { host, first } = show(
      '<picker mode="date" start="2026-11-23" end="2028-12-31" value="2027-06-30" bindchange="hear"><view>起保日</view></picker>',
    )
    await chooseFrom(host, '起保日', ...entries)
    expect(await first('change')).toEqual({ value })
  })

  test('date: a day before its start cannot be chosen', async () => {
    const { host } = show('<picker mode="date" start="2026-11-23" end="2026-12-31"><view>起保日</view></picker>')
    await expect(chooseFrom(host, '起保日', '11月', '22日')).rejects.toThrow('22日')
  })

  test('region: names and codes', async () => {
    const { host, first } = show('<picker mode="region" bindchange="hear"><view>地区</view></picker>')
    await chooseFrom(host, '地区', '江苏省', '南京市', '鼓楼区')
    expect(await first('change')).toMatchObject({
      ...{ value: ['江苏省', '南京市', '鼓楼区'], code: ['320000', '320100', '320106'] },
    })
  })

  test('cancelled', async () => {
    const { host, heard } = show(
      '<picker range="{{[1, 2]}}" bindchange="hear" bindcancel="hear"><view>选</view></picker>',
    )
    await tapOn(host, '选')
    await tapOn(host, '取消')
    expect(heard()).toEqual([['cancel', {}]])
  })

  test('a kind that is not imitated is told by name', async () => {
    const { host } = show('<picker mode="time"><view>选</view></picker>')
    await tapOn(host, '选')
    host.faults.takeOut(/<picker mode="time">/)
  })
})

describe('<input> and <textarea>', () => {
  test('no more than maxlength, and what was typed stays when something else changes', async () => {
    const { host, heard, field } = show(
      `<input value="{{text}}" placeholder="{{hint}}" maxlength="4" bindinput="hear"/>
       <view data-set="{{({ hint: '号码' })}}" bindtap="change">换提示</view>
       <view data-set="{{({ text: '' })}}" bindtap="change">清除</view>`,
    )
    type(field(), '京A1234')
    expect(heard()).toEqual([['input', { value: '京A12', cursor: 4, keyCode: 0 }]])
    await tapOn(host, '换提示')
    expect(field().placeholder).toBe('号码')
    expect(field().value).toBe('京A12')
    await tapOn(host, '清除')
    expect(field().value).toBe('')
  })

  test('the keyboard comes and goes; Enter confirms', () => {
    const { heard, field } = show(
      '<input type="number" value="6" bindfocus="hear" bindblur="hear" bindconfirm="hear" bindkeyboardheightchange="hear"/>',
    )
    expect(field().inputMode).toBe('numeric')
    field().focus()
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
    field().blur()
    expect(heard()).toEqual([
      ['focus', { value: '6', height: 291 }],
      ['keyboardheightchange', { height: 291, duration: 0 }],
      ['confirm', { value: '6' }],
      ['blur', { value: '6', cursor: 1 }],
      ['keyboardheightchange', { height: 0, duration: 0 }],
    ])
  })

  test('Enter in a textarea makes a line', () => {
    const { heard, field } = show('<textarea bindconfirm="hear"/>')
    field('textarea').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
    expect(heard()).toEqual([])
  })
})

describe('<swiper>', () => {
  const three = (attributes: string) =>
    show(`<swiper ${attributes} bindchange="hear" bindanimationfinish="hear" duration="1">
      <swiper-item item-id="a">一</swiper-item><swiper-item item-id="b">二</swiper-item><swiper-item>三</swiper-item>
    </swiper><view data-set="{{({ shown: 2 })}}" bindtap="change">看三</view>`)
  const swipe = (host: Host, from: number, to: number) => {
    const box = host.pages.top.element.querySelector('wx-swiper')
    for (const [type, clientX] of [
      ['touchstart', from],
      ['touchend', to],
    ] as const)
      box?.dispatchEvent(
        Object.defineProperty(new TouchEvent(type), 'changedTouches', { value: [{ clientX, clientY: 0 }] }),
      )
  }
  const places = (host: Host) =>
    [...host.pages.top.element.querySelectorAll<HTMLElement>('wx-swiper-item')].map(({ style }) => style.transform)

  test('a finger brings the next one', async () => {
    const { host, first } = three('')
    swipe(host, 200, 60)
    expect(await first('change')).toEqual({ current: 1, currentItemId: 'b', source: 'touch' })
    expect(await first('animationfinish')).toEqual({ current: 1, currentItemId: 'b', source: 'touch' })
    expect(places(host)).toEqual(['translateX(-100%)', 'translateX(0%)', 'translateX(100%)'])
  })

  test('a short or a backward move at the first one brings nothing', () => {
    const { host, heard } = three('')
    swipe(host, 200, 180)
    swipe(host, 60, 200)
    expect(heard()).toEqual([])
  })

  test('circular: backward from the first is the last', async () => {
    const { host, first } = three('circular')
    swipe(host, 60, 200)
    expect(await first('change')).toMatchObject({ current: 2 })
  })

  test('the clock turns it', async () => {
    expect(await three('autoplay interval="5"').first('change')).toMatchObject({ current: 1, source: 'autoplay' })
  })

  test('the page turns it', async () => {
    const { host, first } = three('current="{{shown}}"')
    await tapOn(host, '看三')
    expect(await first('change')).toMatchObject({ current: 2, source: '' })
  })
})

describe('<scroll-view>', () => {
  test('both ends, and each wish of the page once', async () => {
    const { host, heard } = show(
      '<scroll-view scroll-y scroll-top="{{shown}}" bindscrolltoupper="hear" bindscrolltolower="hear"><view data-set="{{({ shown: 40 })}}" bindtap="change">到40</view></scroll-view>',
    )
    const box = host.pages.top.element.querySelector('wx-scroll-view')
    if (!box) throw new Error('there is no scroll-view')
    Object.defineProperties(box, { scrollHeight: { value: 500 }, clientHeight: { value: 100 } })
    const scrollTo = (top: number) => {
      box.scrollTop = top
      box.dispatchEvent(new Event('scroll'))
    }
    scrollTo(200)
    scrollTo(360)
    scrollTo(20)
    expect(heard()).toEqual([
      ['scrolltolower', { direction: 'bottom' }],
      ['scrolltoupper', { direction: 'top' }],
    ])
    await tapOn(host, '到40')
    expect(box.scrollTop).toBe(40)
  })
})

describe('<image>', () => {
  test('says how large the picture is, or that it did not come', () => {
    const { host, heard } = show('<image src="https://example.invalid/a.png" bindload="hear" binderror="hear"/>')
    const picture = host.pages.top.element.querySelector('img')
    if (!picture) throw new Error('there is no picture')
    Object.defineProperties(picture, { naturalWidth: { value: 30 }, naturalHeight: { value: 20 } })
    picture.dispatchEvent(new Event('load'))
    picture.dispatchEvent(new Event('error'))
    expect(heard()).toEqual([
      ['load', { width: 30, height: 20 }],
      ['error', { errMsg: 'GET https://example.invalid/a.png fail' }],
    ])
  })
})

describe('<button open-type="getPhoneNumber">', () => {
  const asking = '<button open-type="getPhoneNumber" bindgetphonenumber="hear">用微信手机号</button>'

  test.each([
    ['allow', { errMsg: 'getPhoneNumber:ok', code: 'one-time' }],
    ['deny', { errMsg: 'getPhoneNumber:fail user deny' }],
  ] as const)('%s', async (answer, detail) => {
    const { host, first } = show(asking, { phoneNumber: { answer, code: 'one-time' } })
    await tapOn(host, '用微信手机号')
    expect(await first('getphonenumber')).toEqual(detail)
  })

  test('without consent to the privacy guide there is no number', async () => {
    const { host, first } = show(asking, { privacy: 'refuses' })
    await tapOn(host, '用微信手机号')
    expect(await first('getphonenumber')).toEqual({
      ...{ errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 },
    })
  })
})
