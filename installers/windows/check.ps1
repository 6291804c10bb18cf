# UNTESTED: written without a real Windows at hand; installers/windows/wine/check.sh does the same and more under wine.
# Installs, uses and removes the built program for one person and for all: installers\windows\check.ps1 FOLDER
# Asks for an administrator's rights (the MSI is for all people of the machine). One line per check.
param([Parameter(Mandatory)][string]$Folder)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$script:failed = 0
$env:ADVISOR_APP_NO_DIALOG = '1'

function Check([string]$Words, [scriptblock]$Test) {
    $passed = $false
    try { $passed = [bool](& $Test) } catch { Write-Output "        $_" }
    if ($passed) { Write-Output "ok      $Words" } else { $script:failed++; Write-Output "FAILED  $Words" }
}

function Start-Silently([string]$File, [string[]]$Arguments) {
    (Start-Process -FilePath $File -ArgumentList $Arguments -Wait -PassThru).ExitCode
}

function Test-Program([string]$Place, [string]$Data) {
    $program = Join-Path $Place 'advisor-app.exe'
    Check '  self-check' { & $program self-check --out "$env:TEMP\self-check.txt" | Out-Host; $LASTEXITCODE -eq 0 }
    Check '  does the main job' { & $program --data $Data demo --out "$env:TEMP\papers" | Out-Null; $LASTEXITCODE -eq 0 }
    Check '  window' {
        $window = Start-Process -FilePath (Join-Path $Place 'beraterkoffer.exe') -ArgumentList '--data', $Data -PassThru
        for ($i = 0; $i -lt 60 -and -not $window.MainWindowHandle; $i++) { Start-Sleep -Milliseconds 500; $window.Refresh() }
        $shown = $window.MainWindowTitle -like 'Beraterkoffer*'
        [void]$window.CloseMainWindow()
        $shown -and $window.WaitForExit(30000) -and $window.ExitCode -eq 0
    }
}

$setup = (Get-Item (Join-Path $Folder '*-setup.exe')).FullName
$msi = (Get-Item (Join-Path $Folder '*.msi')).FullName
$data = Join-Path $env:TEMP 'beraterkoffer-check'
$menu = Join-Path $env:APPDATA 'Microsoft\Windows\Start Menu\Programs\Beraterkoffer.lnk'
$entry = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Beraterkoffer'

Write-Output 'setup.exe, for one person'
Check 'installs silently' { (Start-Silently $setup '/S') -eq 0 }
$place = Join-Path $env:LOCALAPPDATA 'Programs\Beraterkoffer'
Check '  list of programs' { Test-Path $entry }
Check '  start menu' { Test-Path $menu }
Check '  file type' { (Get-ItemProperty 'HKCU:\Software\Classes\.bkcase').'(default)' -eq 'Beraterkoffer.Case' }
Test-Program $place $data
Check 'uninstalls silently' { (Start-Silently (Join-Path $place 'uninstall.exe') '/S') -eq 0 }
for ($i = 0; $i -lt 60 -and (Test-Path $place); $i++) { Start-Sleep -Milliseconds 500 }
Check '  nothing is left' { -not (@($place, $entry, $menu, 'HKCU:\Software\Classes\Beraterkoffer.Case') | Where-Object { Test-Path $_ }) }
Check '  cases stay' { Test-Path (Join-Path $data 'beraterkoffer.sqlite') }

Write-Output 'MSI, for all people of a machine'
Check 'installs silently' { (Start-Silently 'msiexec.exe' @('/i', "`"$msi`"", '/qn')) -eq 0 }
$place = Join-Path $env:ProgramFiles 'Beraterkoffer'
$menu = Join-Path $env:ProgramData 'Microsoft\Windows\Start Menu\Programs\Beraterkoffer.lnk'
Check '  start menu' { Test-Path $menu }
Check '  file type' { (Get-ItemProperty 'HKLM:\Software\Classes\.bkcase').'(default)' -eq 'Beraterkoffer.Case' }
Test-Program $place $data
Check 'uninstalls silently' { (Start-Silently 'msiexec.exe' @('/x', "`"$msi`"", '/qn')) -eq 0 }
Check '  nothing is left' { -not (@($place, $menu, 'HKLM:\Software\Classes\Beraterkoffer.Case') | Where-Object { Test-Path $_ }) }
Check '  cases stay' { Test-Path (Join-Path $data 'beraterkoffer.sqlite') }
exit $script:failed
