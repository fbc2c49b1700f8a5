export default definePageConfig({ navigationBarTitleText: '核销服务券' })
