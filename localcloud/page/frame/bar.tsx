import { PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { Badge, Button, Layout, Segmented, Tag, Tooltip } from 'antd'
import { Link } from 'react-router-dom'
import { useCloud, useCloudTime } from '../cloud/pulse'
import { beijing, durationText } from '../components/time'
import { type Language, useLanguage, useTexts } from '../texts/language'

/** What holds in every view: the cloud's time, whether it answers, whether the page follows it, and the language. */
export function Bar() {
  const texts = useTexts()
  const { language, choose } = useLanguage()
  const { lost, live, setLive, pulse } = useCloud()
  const now = useCloudTime()
  const offset = pulse?.offsetMs ?? 0
  const away = durationText(offset, texts)
  return (
    <Layout.Header className="bar">
      <Link to="/clock" className="bar-time">
        <span className="quiet">{texts.clock.cloudTime}</span>
        <b>{now === undefined ? '—' : beijing(now)}</b>
        {offset !== 0 && (
          <Tag color="warning" variant="filled">
            {offset > 0 ? texts.clock.ahead(away) : texts.clock.behind(away)}
          </Tag>
        )}
      </Link>
      <div className="bar-right">
        <Badge
          status={lost ? 'error' : pulse === undefined ? 'processing' : 'success'}
          text={lost ? texts.states.lost : texts.states.connected}
        />
        <Tooltip title={live ? texts.states.liveHint : texts.states.pausedHint}>
          <Button
            size="small"
            type={live ? 'text' : 'primary'}
            aria-pressed={!live}
            icon={live ? <PauseCircleOutlined /> : <PlayCircleOutlined />}
            onClick={() => setLive(!live)}
          >
            {live ? texts.states.live : texts.states.paused}
          </Button>
        </Tooltip>
        <Segmented<Language>
          size="small"
          value={language}
          onChange={choose}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
    </Layout.Header>
  )
}
