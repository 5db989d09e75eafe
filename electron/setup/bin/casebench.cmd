@echo off
rem The command line of the installed program: the program itself, running as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\Casebench.exe" "%~dp0..\app.asar\out\main\cli.js" %*
