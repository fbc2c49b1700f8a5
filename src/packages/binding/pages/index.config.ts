export default definePageConfig({ navigationBarTitleText: '绑定保单' })
