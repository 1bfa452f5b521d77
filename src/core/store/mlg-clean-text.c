/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clean-text.h"

/**
 * mlg_clean_text:
 * @text: (inout): a text, in UTF-8
 *
 * Makes spaces of the control characters, which XML may not hold (XML 1.0, production 2), and which a
 * terminal obeys. The ends of lines and tabulators stay.
 */
void
mlg_clean_text (char *text)
{
  for (char *p = text; *p != '\0'; p++)
    if (((guchar) *p < 0x20 && *p != '\n' && *p != '\t' && *p != '\r') || *p == 0x7f)
      *p = ' ';
}
