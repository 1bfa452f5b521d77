/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-plain-numbers.h"

/**
 * mlg_plain_numbers_begin:
 *
 * libxml2 prints the numbers of expressions and stylesheets as the user's language does ("7,5mm"), which no
 * format takes. While it works for this thread, numbers have a point;
 * messages keep their language.
 *
 * Returns: for mlg_plain_numbers_end()
 */
MlgPlainNumbers
mlg_plain_numbers_begin (void)
{
  static gsize done = 0;
  static locale_t plain = (locale_t) 0;

  if (g_once_init_enter (&done))
    {
      plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
      g_once_init_leave (&done, 1);
    }
  return uselocale (plain);
}

/**
 * mlg_plain_numbers_end:
 * @former: what mlg_plain_numbers_begin() gave, in the same thread
 */
void
mlg_plain_numbers_end (MlgPlainNumbers former)
{
  uselocale (former);
}
