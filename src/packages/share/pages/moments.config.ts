export default definePageConfig({ navigationBarTitleText: '车主回馈' })
