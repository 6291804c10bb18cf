; The set-up program for one person: no administrator, German and English, silent with /S.
; build.sh hands over FILES (written by sources.py), ICON, SIGN (sign.sh), OUTPUT and what sources.py takes of product.toml.
Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDatablockOptimize on

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"
!include "${FILES}"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define PROGRAM_KEY "Software\${NAME}"
!define CLASSES_KEY "Software\Classes"
; what a silent set-up ends with
!define TOO_OLD_WINDOWS 4
!define NEWER_INSTALLED 5
!define PROGRAM_RUNNING 6
!define OLD_NOT_REMOVED 7

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
!uninstfinalize '"${SIGN}" "%1"' = 0
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${PROGRAM_KEY}" "Folder"

VIProductVersion "${FILE_VERSION}"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME} Setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${LICENCE}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\beraterkoffer.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KeepsCases)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"

LangString KeepsCases ${LANG_GERMAN} "Das Programm wird entfernt. Ihre Fälle, Einstellungen und Sicherungen bleiben erhalten."
LangString KeepsCases ${LANG_ENGLISH} "The program will be removed. Your cases, settings and backups are kept."
LangString TooOldWindows ${LANG_GERMAN} "${NAME} braucht Windows 10 (Version 1809) oder neuer, 64 Bit. Es wurde nichts verändert."
LangString TooOldWindows ${LANG_ENGLISH} "${NAME} needs Windows 10 (version 1809) or later, 64 bit. Nothing was changed."
LangString NewerInstalled ${LANG_GERMAN} "Eine neuere Version von ${NAME} ist bereits installiert. Es wurde nichts verändert; entfernen Sie sie zuerst, wenn Sie die ältere wollen."
LangString NewerInstalled ${LANG_ENGLISH} "A newer version of ${NAME} is installed already. Nothing was changed; remove it first if you want the older one."
LangString ProgramRunning ${LANG_GERMAN} "${NAME} ist noch geöffnet. Schließen Sie das Fenster und versuchen Sie es noch einmal."
LangString ProgramRunning ${LANG_ENGLISH} "${NAME} is still open. Close its window and try again."
LangString OldNotRemoved ${LANG_GERMAN} "Die installierte Version ließ sich nicht entfernen. Ihre Fälle sind nicht betroffen; starten Sie den Rechner neu und versuchen Sie es noch einmal."
LangString OldNotRemoved ${LANG_ENGLISH} "The installed version could not be removed. Your cases are not affected; restart the computer and try again."
LangString CaseFile ${LANG_GERMAN} "${CASE_FILE_DE}"
LangString CaseFile ${LANG_ENGLISH} "${CASE_FILE_EN}"

!macro StopWith CODE WORDS
  MessageBox MB_OK|MB_ICONSTOP "${WORDS}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; Windows keeps a file that runs from being written to.
!macro StopWhileRunning FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      !insertmacro StopWith ${PROGRAM_RUNNING} "$(ProgramRunning)"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro StopWith ${TOO_OLD_WINDOWS} "$(TooOldWindows)"
  ${EndIf}
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $1 != ""
    ${VersionCompare} $1 "${VERSION}" $0
    ${If} $0 == 1
      !insertmacro StopWith ${NEWER_INSTALLED} "$(NewerInstalled)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "-Program"
  SetShellVarContext current
  !insertmacro StopWhileRunning "beraterkoffer.exe"
  !insertmacro StopWhileRunning "advisor-app.exe"
  ; What is installed knows its own files; it goes first, wherever it lies.
  ReadRegStr $1 HKCU "${PROGRAM_KEY}" "Folder"
  ${If} ${FileExists} "$1\uninstall.exe"
    ExecWait '"$1\uninstall.exe" /S _?=$1' $0
    ${If} $0 != 0
      !insertmacro StopWith ${OLD_NOT_REMOVED} "$(OldNotRemoved)"
    ${EndIf}
    Delete "$1\uninstall.exe"
    RMDir "$1"
  ${EndIf}
  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\beraterkoffer.exe" "" "$INSTDIR\beraterkoffer.exe" 0
  WriteRegStr HKCU "${PROGRAM_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES_KEY}\${CASE_FILE_ENDING}" "" "${CASE_FILE_ID}"
  WriteRegStr HKCU "${CLASSES_KEY}\${CASE_FILE_ENDING}" "Content Type" "${CASE_FILE_MEDIA_TYPE}"
  WriteRegStr HKCU "${CLASSES_KEY}\${CASE_FILE_ID}" "" "$(CaseFile)"
  WriteRegStr HKCU "${CLASSES_KEY}\${CASE_FILE_ID}\DefaultIcon" "" "$INSTDIR\beraterkoffer.exe,1"
  WriteRegStr HKCU "${CLASSES_KEY}\${CASE_FILE_ID}\shell\open\command" "" '"$INSTDIR\beraterkoffer.exe" "%1"'
  ${RefreshShellIcons}
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\beraterkoffer.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro StopWhileRunning "beraterkoffer.exe"
  !insertmacro StopWhileRunning "advisor-app.exe"
  ; Nothing but our own files, one by one: the folder was chosen by a person and may hold more.
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "${CLASSES_KEY}\${CASE_FILE_ENDING}" ""
  ${If} $0 == "${CASE_FILE_ID}"
    DeleteRegKey HKCU "${CLASSES_KEY}\${CASE_FILE_ENDING}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES_KEY}\${CASE_FILE_ID}"
  ${RefreshShellIcons}
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${PROGRAM_KEY}"
SectionEnd
