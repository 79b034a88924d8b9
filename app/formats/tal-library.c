/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-library.h"

#include <gmodule.h>

static gboolean
find_functions (GModule *module, const TalLibraryFunction *functions)
{
  for (guint i = 0; functions[i].name != NULL; i++)
    {
      if (!g_module_symbol (module, functions[i].name, functions[i].place))
        return FALSE;
    }

  return TRUE;
}

gboolean
tal_library_load (const char *const *file_names, const TalLibraryFunction *functions)
{
  g_return_val_if_fail (file_names != NULL && functions != NULL, FALSE);

  for (guint i = 0; file_names[i] != NULL; i++)
    {
      GModule *module = g_module_open (file_names[i], G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

      if (module != NULL && find_functions (module, functions))
        return TRUE;
      if (module != NULL)
        g_module_close (module);
    }

  return FALSE;
}
