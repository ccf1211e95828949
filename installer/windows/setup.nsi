; What an office installs on Windows 10 or 11: for one user, without an administrator.
; Made by build.py with NSIS 3 (makensis), which says where everything lies:
;   VERSION (0.1.0), NUMBERS (0.1.0.0), BUNDLE (the one-folder program), ICON, OUT.
; Office files lie elsewhere: nothing here touches them, nor what the program remembers.

Unicode true
!include MUI2.nsh
!include WinVer.nsh

!define TITLE "信息公开工作台"
!define PROGRAM "disclosure-desk-window.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\disclosure-desk"
!define OPENED_WITH "Software\Classes\Applications\${PROGRAM}"

Name "${TITLE}"
OutFile "${OUT}"
SetCompressor /SOLID lzma
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\disclosure-desk"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${TITLE}"
VIAddVersionKey "FileDescription" "${TITLE} 安装程序"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "打开${TITLE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A program that runs cannot be written over: half of the old one and half of the new would stay.
!macro MustBeClosed UN
Function ${UN}MustBeClosed
  IfFileExists "$INSTDIR\${PROGRAM}" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\${PROGRAM}" a
  IfErrors 0 free
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TITLE}正在运行，请先关闭它，再运行一次。" /SD IDOK
  SetErrorLevel 2
  Abort
free:
  FileClose $0
closed:
FunctionEnd
!macroend
!insertmacro MustBeClosed ""
!insertmacro MustBeClosed "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONEXCLAMATION "${TITLE}要用 Windows 10 或 Windows 11。" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
FunctionEnd

Section
  Call MustBeClosed
  ; What an older version brought and this one does not would be loaded in its place.
  IfFileExists "$INSTDIR\${PROGRAM}" 0 +2
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
  ; Offered under 打开方式; files of other programs end in .db, too, so none is taken over.
  WriteRegStr HKCU "${OPENED_WITH}" "FriendlyAppName" "${TITLE}"
  WriteRegStr HKCU "${OPENED_WITH}\SupportedTypes" ".db" ""
  WriteRegStr HKCU "${OPENED_WITH}\SupportedTypes" ".sqlite" ""
  WriteRegStr HKCU "${OPENED_WITH}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Call un.MustBeClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\disclosure-desk.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only where nothing else lies in it
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  DeleteRegKey HKCU "${OPENED_WITH}"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
