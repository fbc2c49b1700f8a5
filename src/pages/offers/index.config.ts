export default definePageConfig({ navigationBarTitleText: '优惠', enableShareAppMessage: true })
