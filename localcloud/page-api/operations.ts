import type * as v from 'valibot'
import { callsAgain, callsList, callsRead } from './calls'
import { clockMove } from './clock'
import { collectionsAdd, collectionsList } from './collections'
import { httpSend, pushSend } from './consoles'
import { documentsAdd, documentsFind, documentsRemove, documentsReplace } from './documents'
import { faultsAdd, faultsList, faultsRemove, faultsSet } from './faults'
import { functionsCall, functionsKill, functionsList } from './functions'
import { load } from './load'
import {
  acceptancesAdd,
  acceptancesList,
  codesIssue,
  codesList,
  riskList,
  riskSet,
  sentList,
  wordsList,
  wordsSet,
  wxacodeDraw,
} from './openapi'
import { about, pulse } from './pulse'
import { stateReplace, stateSummary } from './state'
import { timersList, timersRun } from './timers'

/** All that the page can ask, by its name in the address: `POST /_/api/<name>` with the input as JSON. */
export const operations = {
  pulse,
  about,
  load,
  'collections.list': collectionsList,
  'collections.add': collectionsAdd,
  'documents.find': documentsFind,
  'documents.add': documentsAdd,
  'documents.replace': documentsReplace,
  'documents.remove': documentsRemove,
  'functions.list': functionsList,
  'functions.call': functionsCall,
  'functions.kill': functionsKill,
  'calls.list': callsList,
  'calls.read': callsRead,
  'calls.again': callsAgain,
  'timers.list': timersList,
  'timers.run': timersRun,
  'http.send': httpSend,
  'push.send': pushSend,
  'sent.list': sentList,
  'wxacode.draw': wxacodeDraw,
  'acceptances.list': acceptancesList,
  'acceptances.add': acceptancesAdd,
  'codes.list': codesList,
  'codes.issue': codesIssue,
  'words.list': wordsList,
  'words.set': wordsSet,
  'risk.list': riskList,
  'risk.set': riskSet,
  'clock.move': clockMove,
  'faults.list': faultsList,
  'faults.add': faultsAdd,
  'faults.remove': faultsRemove,
  'faults.set': faultsSet,
  'state.summary': stateSummary,
  'state.replace': stateReplace,
}

type Operations = typeof operations
export type OperationName = keyof Operations
export type InputOf<Name extends OperationName> = v.InferInput<Operations[Name]['input']>
export type OutputOf<Name extends OperationName> = Awaited<ReturnType<Operations[Name]['answer']>>
