/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One observation of SDMX-ML, gathered attribute by attribute: its value, and what the codes
 * of status and confidentiality say of it.  What it has no place for becomes its comment, a line
 * "NAME: text" each, so that nothing is lost.
 */

#pragma once

#include "formats/tal-cube.h"

G_BEGIN_DECLS

typedef struct _TalSdmxObservation TalSdmxObservation;

TalSdmxObservation *tal_sdmx_observation_new (void);
void                tal_sdmx_observation_free (TalSdmxObservation *self);

void tal_sdmx_observation_begin (TalSdmxObservation *self, guint line);
/* 'text' may be NULL. */
void tal_sdmx_observation_set_value (TalSdmxObservation *self, const char *text);
void tal_sdmx_observation_add_attribute (TalSdmxObservation *self,
                                         const char         *name,
                                         const char         *text);
/* Whether a concept is known to describe figures and never to divide them. */
gboolean tal_sdmx_observation_is_attribute (const char *name);

/* Until it begins anew. */
TalCubeCell tal_sdmx_observation_get_cell (TalSdmxObservation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalSdmxObservation, tal_sdmx_observation_free)

G_END_DECLS
