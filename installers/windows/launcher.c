/* Starts the program: loads CPython from the folder "runtime" beside itself and runs the package advisor_app with the
   arguments it was given. No boot loader, nothing unpacked, nothing read from the current folder or the environment.
   Built twice: beraterkoffer.exe for the window, advisor-app.exe (-DCONSOLE) for commands. */
#include <windows.h>

#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST_PATH 32768
#define START_FAILED 3

typedef int (*python_main)(int, wchar_t **);

static wchar_t folder[LONGEST_PATH];
static wchar_t library[LONGEST_PATH + 64];

static int fail(const wchar_t *german, const wchar_t *english)
{
    static wchar_t words[2 * LONGEST_PATH];
    int is_german = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_GERMAN;
    _snwprintf(words, 2 * LONGEST_PATH - 1, L"%ls\n%ls (%lu)", is_german ? german : english, library, GetLastError());
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", words);
#else
    /* Silent deployments set this: a box that nobody closes would hold them. */
    if (!GetEnvironmentVariableW(L"ADVISOR_APP_NO_DIALOG", NULL, 0))
        MessageBoxW(NULL, words, L"Beraterkoffer", MB_ICONERROR);
#endif
    return START_FAILED;
}

static int run(int count, wchar_t **given)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST_PATH);
    while (length && folder[length - 1] != L'\\')
        length--;
    folder[length] = 0;
    /* Libraries come from the program's own folders and from Windows, never from the current folder or the path. */
    SetDllDirectoryW(L"");
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    _snwprintf(library, LONGEST_PATH + 63, L"%lsruntime", folder);
    AddDllDirectory(library);
    _snwprintf(library, LONGEST_PATH + 63, L"%lsruntime\\" PYTHON_LIBRARY, folder);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DEFAULT_DIRS | LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR);
    if (!python)
        return fail(L"Beraterkoffer ist nicht vollst\u00e4ndig installiert. Bitte installieren Sie das Programm neu.",
                    L"Beraterkoffer is not completely installed. Please install it again.");
    python_main start = (python_main)(void *)GetProcAddress(python, "Py_Main");
    wchar_t **arguments = calloc(count + 5, sizeof *arguments);
    if (!start || !arguments)
        return fail(L"Beraterkoffer konnte nicht gestartet werden.", L"Beraterkoffer could not be started.");
    int n = 0;
    arguments[n++] = given[0];
    arguments[n++] = L"-X";
    arguments[n++] = L"utf8";
    arguments[n++] = L"-m";
    arguments[n++] = L"advisor_app";
    for (int i = 1; i < count; i++)
        arguments[n++] = given[i];
    return start(n, arguments);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given)
{
    return run(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    int count = 0;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    (void)instance, (void)previous, (void)line, (void)show;
    return given ? run(count, given) : START_FAILED;
}
#endif
