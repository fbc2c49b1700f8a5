import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { listProposals } from '#contract/proposals'
import { proposeStaffChange } from '#contract/staff'
import type { Problems } from '../../cloud/call'
import { newRequestKey } from '../../cloud/request-key'
import { useActing } from '../../cloud/use-acting'
import type { StaffRole } from '../route'
import { roleNames } from '../words'
import type { Member, Places } from './member'

/** Whom it is about; null for somebody new. */
export interface MemberDraft {
  of: Member | null
  ends: boolean
}

const roles = (Object.keys(roleNames) as StaffRole[]).map((value) => ({ value, label: roleNames[value] }))

/** 提出变更：说明理由，等另一位管理员同意。 */
export function ChangeDialog({ draft, places, close }: { draft: MemberDraft; places: Places; close: () => void }) {
  const { of, ends } = draft
  const { message } = App.useApp()
  const { act, acting } = useActing(proposeStaffChange, [listProposals])
  const [requestKey] = useState(newRequestKey)
  const [account, setAccount] = useState(of?.account ?? '')
  const [name, setName] = useState(of?.name ?? '')
  const [role, setRole] = useState<StaffRole>(of?.role ?? 'reviewer')
  const [branchCode, setBranchCode] = useState(of?.branchCode ?? null)
  const [workshopId, setWorkshopId] = useState(of?.workshopId ?? null)
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<Problems>({})
  const [failed, setFailed] = useState<string | null>(null)

  const propose = async () => {
    const place = {
      ...(role !== 'workshop' && branchCode !== null && { branchCode }),
      ...(role === 'workshop' && workshopId !== null && { workshopId }),
    }
    const change = { account: account.trim(), name, role, active: !ends, ...place }
    const result = await act({ change, reason, requestKey })
    if (!result.ok) {
      setProblems(result.problems)
      return setFailed(Object.keys(result.problems).length > 0 ? null : result.message)
    }
    message.success('已提出，等另一位管理员同意后生效。')
    close()
  }
  const field = (path: string) => {
    const help = problems[path]
    return help === undefined ? {} : { help, validateStatus: 'error' as const }
  }
  return (
    <Modal
      open
      title={ends ? `停用 ${of?.name}` : of ? `变更 ${of.name}` : '登记新人'}
      okText="提出"
      okButtonProps={{ danger: ends }}
      cancelText="取消"
      confirmLoading={acting}
      onOk={() => void propose()}
      onCancel={close}
      mask={{ closable: false }}
    >
      <Form layout="vertical">
        {ends ? (
          <p>停用后不能再进行任何操作，已登录的电脑当场退出；做过的事和审计日志都保留。</p>
        ) : (
          <>
            {!of && (
              <Form.Item label="编号" extra="本人在小程序“我的信息”里看到的“您的编号”。" {...field('change.account')}>
                <Input value={account} maxLength={16} onChange={({ target }) => setAccount(target.value)} />
              </Form.Item>
            )}
            <Form.Item label="姓名" {...field('change.name')}>
              <Input value={name} maxLength={20} onChange={({ target }) => setName(target.value)} />
            </Form.Item>
            <Form.Item label="角色">
              <Select value={role} options={roles} onChange={setRole} />
            </Form.Item>
            {role === 'workshop' ? (
              <Form.Item label="合作维修厂">
                <Select
                  value={workshopId}
                  placeholder="请选择"
                  options={places.workshops.map((one) => ({ value: one.workshopId, label: one.name }))}
                  onChange={setWorkshopId}
                />
              </Form.Item>
            ) : (
              <Form.Item
                label="网点"
                extra={role === 'branch' ? '网点人员只看到、只办理本网点的。' : '不选则不限网点。'}
              >
                <Select
                  value={branchCode}
                  placeholder={role === 'branch' ? '请选择' : '全部网点'}
                  allowClear={role !== 'branch'}
                  options={places.branches.map((one) => ({ value: one.branchCode, label: one.name }))}
                  onChange={(code) => setBranchCode(code ?? null)}
                />
              </Form.Item>
            )}
          </>
        )}
        <Form.Item label="理由（另一位管理员会看到，并会被记录）" {...field('reason')}>
          <Input.TextArea
            rows={2}
            maxLength={200}
            showCount
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
      {failed && <Alert type="error" showIcon title={failed} role="alert" />}
    </Modal>
  )
}
