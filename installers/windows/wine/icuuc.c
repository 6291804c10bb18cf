/* FOR TESTS UNDER WINE 8 ONLY, never shipped: it has no icuuc.dll, a part of Windows since 10. Every converter that Qt
   asks for is refused, as on a machine that lacks it; Qt's own cover UTF-8, UTF-16 and Latin-1. */
#include <stdint.h>

#define EXPORT __declspec(dllexport)
#define FILE_ACCESS_ERROR 4

EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void ucnv_cbToUWriteUChars(void) {}
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT int32_t ucnv_countAvailable(void) { return 0; }
EXPORT int32_t ucnv_fromUCountPending(void *converter, int32_t *error) { (void)converter, (void)error; return 0; }
EXPORT void ucnv_fromUnicode(void) {}
EXPORT const char *ucnv_getAvailableName(int32_t index) { (void)index; return 0; }
EXPORT void ucnv_getFromUCallBack(void) {}
EXPORT signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
EXPORT const char *ucnv_getName(void *converter, int32_t *error) { (void)converter; *error = FILE_ACCESS_ERROR; return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int32_t *error)
{
    (void)name, (void)standard;
    *error = FILE_ACCESS_ERROR;
    return 0;
}
EXPORT void ucnv_getToUCallBack(void) {}
EXPORT void *ucnv_open(const char *name, int32_t *error) { (void)name; *error = FILE_ACCESS_ERROR; return 0; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
EXPORT void ucnv_setFromUCallBack(void) {}
EXPORT void ucnv_setToUCallBack(void) {}
EXPORT int32_t ucnv_toUCountPending(void *converter, int32_t *error) { (void)converter, (void)error; return 0; }
EXPORT void ucnv_toUnicode(void) {}
