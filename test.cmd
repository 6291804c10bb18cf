@echo off
rem Sets up everything and passes the tests; arguments go to pytest, which then runs alone. Twin of ./test.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
call "%HERE%installers\environment.cmd" requirements-dev.lock
if errorlevel 1 exit /b 1
cd /d "%HERE%"

if not "%~1"=="" goto arguments
echo ruff check
"%VENV_PYTHON%" -m ruff check .
if errorlevel 1 exit /b 1
echo ruff format --check
"%VENV_PYTHON%" -m ruff format --check .
if errorlevel 1 exit /b 1
echo mypy
"%VENV_PYTHON%" -m mypy
if errorlevel 1 exit /b 1
echo lint-imports
"%VENV_PYTHON%" -c "from importlinter.cli import lint_imports_command; lint_imports_command()" --no-logo
if errorlevel 1 exit /b 1
echo pytest
"%VENV_PYTHON%" -m pytest --numprocesses auto --dist worksteal
exit /b %ERRORLEVEL%

:arguments
"%VENV_PYTHON%" -m pytest %*
exit /b %ERRORLEVEL%
