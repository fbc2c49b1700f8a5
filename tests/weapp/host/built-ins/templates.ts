const field =
  'style="width:100%;height:100%;border:0;outline:0;padding:0;background:none;font:inherit;color:inherit;box-sizing:border-box"'

const mark = (radius: string) =>
  `<div style="display:inline-block;box-sizing:border-box;width:24px;height:24px;margin-right:5px;vertical-align:middle;border:1px solid #d1d1d1;border-radius:${radius};background:{{on?color||'#09bb07':'none'}}"/><slot/>`

/** What each behaving component consists of, in HTML's own tags; `slot` is what the page puts into it. */
export const builtInTemplates = {
  'wx-button': '<slot/>',
  'wx-canvas': '<canvas class="inner" style="width:100%;height:100%"/>',
  'wx-checkbox': mark('3px'),
  'wx-checkbox-group': '<slot/>',
  'wx-form': '<slot/>',
  'wx-image': '<img class="inner" style="display:{{shown?\'block\':\'none\'}};width:100%;height:100%" alt=""/>',
  'wx-label': '<slot/>',
  'wx-input': `<input class="inner" ${field} type="{{password?'password':'text'}}" placeholder="{{placeholder||''}}" disabled="{{!!disabled}}"/>`,
  'wx-textarea': `<textarea class="inner" ${field} placeholder="{{placeholder||''}}" disabled="{{!!disabled}}"/>`,
  'wx-official-account':
    "<div style=\"display:{{shown?'block':'none'}};height:84px;line-height:84px;text-align:center;background:#fff;color:#333;font-size:14px\">公众号</div>",
  'wx-picker': '<slot/>',
  'wx-radio': mark('50%'),
  'wx-radio-group': '<slot/>',
  'wx-scroll-view': '<slot/>',
  'wx-swiper': '<slot/>',
  'wx-swiper-item': '<slot/>',
  'wx-switch':
    "<div style=\"display:inline-block;width:52px;height:32px;border-radius:16px;background:{{on?color||'#04be02':'#dfdfdf'}}\"/>",
} satisfies Record<`wx-${string}`, string>

export type BuiltInName = keyof typeof builtInTemplates
