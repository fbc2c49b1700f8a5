import { App as AntApp, ConfigProvider, Layout } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { Navigate, Route, Routes } from 'react-router-dom'
import { useCloud } from './cloud/pulse'
import { Bar } from './frame/bar'
import { Lost } from './frame/lost'
import { NotThere } from './frame/not-there'
import { Sidebar } from './frame/sidebar'
import { useLanguage } from './texts/language'
import { theme } from './theme'
import { views } from './views'

export function App() {
  const { language } = useLanguage()
  const { lost } = useCloud()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp>
        <Layout hasSider className="frame">
          <Sidebar />
          <Layout>
            <Bar />
            <Layout.Content className="content">
              <Lost />
              <div className={lost ? 'of-before' : undefined}>
                <Routes>
                  <Route path="/" element={<Navigate to="/collections" replace />} />
                  {views.map(({ path, below = '', element }) => (
                    <Route key={path} path={`/${path}${below}`} element={element} />
                  ))}
                  <Route path="*" element={<NotThere />} />
                </Routes>
              </div>
            </Layout.Content>
          </Layout>
        </Layout>
      </AntApp>
    </ConfigProvider>
  )
}
