/* FOR TESTS UNDER WINE 8 ONLY, never shipped: libraries written in Rust take random numbers from bcryptprimitives.dll,
   which wine 8 lacks. This one hands on wine's own generator. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
