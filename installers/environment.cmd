@echo off
rem Called by run.cmd and test.cmd with a lock file's name: makes .venv hold exactly what it names. Twin of environment.sh.
rem Expects HERE, the checkout's folder with a closing backslash. Network is used only when something is missing.

set "LOCK=%~1"
set "VENV=%HERE%.venv"
set "VENV_PYTHON=%VENV%\Scripts\python.exe"
rem A set-up that was cut off leaves this file; what it left is thrown away.
set "UNFINISHED=%HERE%.venv-unfinished"

if exist "%UNFINISHED%" goto rebuild
if not exist "%VENV_PYTHON%" goto rebuild
"%VENV_PYTHON%" -c "import pip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))" >nul 2>nul
if errorlevel 1 goto rebuild
if not exist "%VENV%\%LOCK%" goto install
fc /b "%HERE%%LOCK%" "%VENV%\%LOCK%" >nul 2>nul
if errorlevel 1 goto install
goto ready

:rebuild
call :find_python
if not defined BASE_PYTHON (
    echo Python 3.11 to 3.14 is needed and was not found; install it, for example with: winget install Python.Python.3.13 1>&2
    exit /b 1
)
if exist "%VENV%" rmdir /s /q "%VENV%"
if exist "%VENV%" (
    echo The folder .venv can't be replaced; close programs that use it, remove it by hand and start again. 1>&2
    exit /b 1
)

:install
echo unfinished>"%UNFINISHED%"
if not exist "%UNFINISHED%" (
    echo This folder can't be written to; copy the project to one that you own. 1>&2
    exit /b 1
)
echo Setting up .venv from %LOCK% ^(needs the network once, about a minute^) ... 1>&2
if not exist "%VENV%" %BASE_PYTHON% -m venv "%VENV%"
if not exist "%VENV_PYTHON%" (
    echo Python could not make .venv; the lines above say why. 1>&2
    exit /b 1
)
del /q "%VENV%\requirements*.lock" 2>nul
"%VENV_PYTHON%" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all: -r "%HERE%%LOCK%"
if errorlevel 1 (
    echo The Python packages could not be installed ^(the lines above say why^); check the network and start again. 1>&2
    exit /b 1
)
rem The development lock contains all of the other one.
copy /y "%HERE%requirements.lock" "%VENV%\requirements.lock" >nul
copy /y "%HERE%%LOCK%" "%VENV%\%LOCK%" >nul
del /q "%UNFINISHED%"

:ready
rem The project itself is not installed: it is imported from the checkout, whatever folder one stands in.
set "PYTHONPATH=%HERE:~0,-1%"
exit /b 0

:find_python
set "BASE_PYTHON="
for %%P in ("py -3.13" "py -3.14" "py -3.12" "py -3.11" "python" "python3") do call :try_python %%P
exit /b 0

:try_python
if defined BASE_PYTHON exit /b 0
%~1 -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))" >nul 2>nul
if not errorlevel 1 set "BASE_PYTHON=%~1"
exit /b 0
