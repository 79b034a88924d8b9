/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a file, in the system's own dialog.  It begins in the folder of the file that was
 * chosen last, else in that of the person's documents. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The file's name ends in this. */
#define TAL_COLLECTION_SUFFIX ".indsats"

/* Called once, if a file was chosen; 'object' is alive. */
typedef void (*TalFileChosenFunc) (GObject *object, GFile *file);

/* For 'object', which is kept alive as long as the dialog stands. */
void tal_file_chooser_open (GtkWindow *parent, TalFileChosenFunc chosen, GObject *object);
/* For a file that another department has sent. */
void tal_file_chooser_open_exchange (GtkWindow *parent, TalFileChosenFunc chosen, GObject *object);
/* For a new collection; its name gets the suffix where it lacks it. */
void tal_file_chooser_save (GtkWindow        *parent,
                            const char       *suggested_name,
                            TalFileChosenFunc chosen,
                            GObject          *object);
/* For a chart; its name gets the suffix of the chosen format where it has none. */
void tal_file_chooser_save_chart (GtkWindow        *parent,
                                  const char       *suggested_name,
                                  TalFileChosenFunc chosen,
                                  GObject          *object);
/* For the history; its name gets the suffix where it lacks it. */
void tal_file_chooser_save_history (GtkWindow        *parent,
                                    const char       *suggested_name,
                                    TalFileChosenFunc chosen,
                                    GObject          *object);
/* For the report of an import; its name gets the suffix where it lacks it. */
void tal_file_chooser_save_receipt (GtkWindow        *parent,
                                    const char       *suggested_name,
                                    TalFileChosenFunc chosen,
                                    GObject          *object);
/* For a file for another department; its name gets the suffix where it lacks it. */
void tal_file_chooser_save_exchange (GtkWindow        *parent,
                                     const char       *suggested_name,
                                     TalFileChosenFunc chosen,
                                     GObject          *object);
/* For tables; its name gets the suffix of the chosen format where it has none. */
void tal_file_chooser_save_tables (GtkWindow        *parent,
                                   const char       *suggested_name,
                                   TalFileChosenFunc chosen,
                                   GObject          *object);
/* For a form to be filled in; its name gets the suffix where it lacks it. */
void tal_file_chooser_save_form (GtkWindow        *parent,
                                 const char       *suggested_name,
                                 TalFileChosenFunc chosen,
                                 GObject          *object);

G_END_DECLS
