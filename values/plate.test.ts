import { describe, expect, test } from 'vitest'
import { normalPlate, plateKindOf } from './plate'

describe('车牌', () => {
  test.each([
    ['五位数字', '京A12345', 'blue'],
    ['字母在前', '沪AB1234', 'blue'],
    ['两个字母', '粤BA8K88', 'blue'],
    ['新能源小型车 D', '京AD12345', 'green'],
    ['新能源小型车 F，第二位是字母', '粤BFA1234', 'green'],
    ['新能源小型车 K', '沪AK01234', 'green'],
    ['新能源大型车', '京A12345D', 'green'],
    ['挂车', '鲁B1234挂', 'yellow'],
    ['教练车', '川A123D学', 'yellow'],
    ['警车', '京A0001警', 'white'],
    ['领馆', '沪A0012领', 'black'],
    ['港澳入出境', '粤ZAB12港', 'black'],
    ['使馆', '使014001', 'black'],
    ['未上牌', '未上牌', 'none'],
    ['没有省份', 'A12345', null],
    ['省份写错', '经A12345', null],
    ['发牌机关是 I', '京I12345', null],
    ['序号里有 O', '京A1234O', null],
    ['少一位', '京A1234', null],
    ['多一位，不是新能源', '京A123456', null],
    ['新能源第三位不对', '京AG12I45', null],
    ['新能源以 L 开头', '京AL12345', null],
    ['全是字母', '京AABCDE', null],
    ['小写（没有整理过）', '京a12345', null],
    ['别的省的港澳牌', '京ZAB12港', null],
    ['空', '', null],
  ])('%s：%s', (_name, plate, kind) => {
    expect(plateKindOf(plate)).toBe(kind)
  })

  test.each([
    ['京A·12345', '京A12345'],
    ['京a 12345', '京A12345'],
    [' 京Ａ－１２３４５', '京A12345'],
    ['沪AD•12345', '沪AD12345'],
    ['未上牌 ', '未上牌'],
  ])('%s 整理成 %s', (written, plate) => {
    expect(normalPlate(written)).toBe(plate)
  })
})
