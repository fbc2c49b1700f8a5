/** How WeChat shows its components before any style sheet of the mini-program. */
export const baseStyle = `
:root { --window-height: 100vh; --safe-top: 0px; --safe-right: 0px; --safe-bottom: 0px; --safe-left: 0px }
body { margin: 0 }
page { display: block; min-height: 100%; font-size: 16px }
wx-view, wx-scroll-view, wx-cover-view, wx-root-portal, wx-official-account, wx-form, wx-picker, wx-checkbox-group,
wx-radio-group { display: block }
wx-label, wx-checkbox, wx-radio { display: inline-block }
wx-swiper { display: block; position: relative; height: 150px; overflow: hidden }
wx-swiper-item { display: block; position: absolute; inset: 0; overflow: hidden }
wx-text { white-space: pre-line }
wx-scroll-view { width: 100%; -webkit-overflow-scrolling: touch }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden }
wx-canvas { display: block; width: 300px; height: 150px }
wx-input { display: block; height: 1.4em; overflow: hidden }
wx-textarea { display: block; width: 300px; height: 150px }
wx-switch { display: inline-block }
wx-button { display: block; position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px; border-radius: 5px;
  background: #f8f8f8; color: #000; font-size: 18px; line-height: 2.55555556; text-align: center; overflow: hidden; cursor: pointer }
wx-button::after { content: ''; position: absolute; inset: 0; box-sizing: border-box; border: 1px solid rgba(0, 0, 0, .2);
  border-radius: 5px; pointer-events: none }
`
