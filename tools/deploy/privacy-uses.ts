/** Items of WeChat's privacy declaration (用户隐私保护指引), and what in the code needs them. */
const items: [item: string, by: RegExp][] = [
  ['相册（仅写入）权限', /\b(saveImageToPhotosAlbum|saveVideoToPhotosAlbum)\b/],
  ['剪切板', /\b(setClipboardData|getClipboardData)\b/],
  ['选中的照片或视频信息', /\b(chooseImage|chooseMedia|chooseVideo)\b/],
  ['选中的文件', /\bchooseMessageFile\b/],
  ['位置信息', /\b(getLocation|getFuzzyLocation|chooseLocation|choosePoi|startLocationUpdate)\b/],
  ['地址', /\bchooseAddress\b/],
  ['发票信息', /\b(chooseInvoice|chooseInvoiceTitle)\b/],
  ['手机号', /\b(getPhoneNumber|getRealtimePhoneNumber)\b/],
  ['用户信息（微信昵称、头像）', /\b(chooseAvatar|getUserProfile|getUserInfo)\b|type=['"]nickname/],
  ['麦克风', /\b(getRecorderManager|startRecord)\b/],
  ['摄像头', /\bcreateCameraContext\b|<Camera\b/],
  ['微信运动数据', /\bgetWeRunData\b/],
  ['通讯录（仅写入）权限', /\baddPhoneContact\b/],
  ['日历（仅写入）权限', /\b(addPhoneCalendar|addPhoneRepeatCalendar)\b/],
]

/** The items that sources use, each with the first place that does. Comments count: better one question too many. */
export function findPrivacyUses(sources: readonly { file: string; text: string }[]): { item: string; by: string }[] {
  return items.flatMap(([item, by]) => {
    for (const { file, text } of sources) {
      const [found] = by.exec(text) ?? []
      if (found) return [{ item, by: `${found} in ${file}` }]
    }
    return []
  })
}
