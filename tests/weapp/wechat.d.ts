// WeChat's own typings, for the types of `wx` only: their index would also declare WeChat's globals for the whole project.
/// <reference path="../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts" />
