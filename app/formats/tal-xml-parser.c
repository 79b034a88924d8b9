/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-xml-parser.h"

#include <libxml/xmlerror.h>

/* What an encoding's converter says of no parser would go to the terminal. */
static void
ignore_message (void *user_data, const char *format, ...)
{
}

xmlParserCtxt *
tal_xml_parser_new (xmlSAXHandler *events, gpointer user_data)
{
  xmlParserCtxt *parser = NULL;

  g_return_val_if_fail (events != NULL, NULL);

  xmlInitParser ();
  /* Of this thread alone. */
  xmlSetGenericErrorFunc (NULL, ignore_message);
  parser = xmlCreatePushParserCtxt (events, user_data, NULL, 0, NULL);
  if (parser == NULL)
    g_error ("out of memory");

  /* Without NOENT an & in an attribute would arrive as "&#38;".  It is safe only
   * because no document type declaration is let in. */
  xmlCtxtUseOptions (parser,
                     XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return parser;
}
