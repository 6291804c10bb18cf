@echo off
rem Sets up everything and runs the program; without arguments a window with the worked example. Twin of ./run.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
call "%HERE%installers\environment.cmd" requirements.lock
if errorlevel 1 exit /b 1

if not "%~1"=="" goto arguments
rem The worked example never enters a real portfolio.
if not defined ADVISOR_APP_DATA set "ADVISOR_APP_DATA=%HERE%.demo-data"
"%VENV_PYTHON%" -P -m advisor_app demo --open
exit /b %ERRORLEVEL%

:arguments
"%VENV_PYTHON%" -P -m advisor_app %*
exit /b %ERRORLEVEL%
