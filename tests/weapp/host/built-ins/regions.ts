/** A few of the country's divisions with their codes; WeChat has them all. */
export const regions: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  北京市: { 北京市: { 东城区: '110101', 西城区: '110102', 朝阳区: '110105' } },
  上海市: { 上海市: { 黄浦区: '310101', 浦东新区: '310115' } },
  江苏省: {
    南京市: { 玄武区: '320102', 鼓楼区: '320106' },
    苏州市: { 姑苏区: '320508', 昆山市: '320583' },
  },
  广东省: {
    广州市: { 越秀区: '440104', 海珠区: '440105', 天河区: '440106' },
    深圳市: { 福田区: '440304', 南山区: '440305' },
  },
}
