/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a result is drawn: a tone for the verdict, hatched while the figure may still
 * change.  Colour is never alone: whoever draws a mark writes the verdict beside it, or
 * draws it against its target.
 *
 * The tones are named colours of the style sheet, so that light, dark and high contrast
 * each have their own.
 */

#pragma once

#include "core/tal-attainment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_TONE_NONE, /* no result */
  TAL_TONE_MET,
  TAL_TONE_NOT_MET,
  TAL_TONE_OPEN, /* a result without a target */
} TalTone;

typedef struct
{
  TalTone  tone;
  gboolean hatched;
} TalMark;

TalMark tal_mark_for_status (const TalGoalStatus *status);
/* Whether there is a level to draw a tick at. */
gboolean tal_mark_has_target (const TalGoalStatus *status);

/* The colour of that name in the style that the widget has now. */
GdkRGBA tal_mark_get_colour (GtkWidget *widget, const char *name);
GdkRGBA tal_mark_get_tone_colour (GtkWidget *widget, TalTone tone);
/* The icon and the style class that go with a verdict's word. */
const char *tal_mark_get_icon_name (TalTone tone);
const char *tal_mark_get_style_class (TalTone tone);

/* Fills a rounded bar; nothing for TAL_TONE_NONE. */
void tal_mark_append_bar (TalMark                mark,
                          GtkWidget             *widget,
                          GtkSnapshot           *snapshot,
                          const graphene_rect_t *bounds,
                          float                  radius);

G_END_DECLS
