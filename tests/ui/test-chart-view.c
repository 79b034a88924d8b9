/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on the screen under keys and pointer. */

#include "config.h"

#include "support/written-chart.h"
#include "ui/charts/tal-chart-view.h"
#include "ui/tal-test-stage.h"

#include <adwaita.h>

#define WIDTH 800
#define HEIGHT 450

typedef struct
{
  GtkWidget    *window;
  TalChartView *view;
  TalChartSpec *spec;
} Fixture;

/* The shares of the committee's own table. */
static TalChartSpec *
create_shares (const char *periods, const char *own, const char *others)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_LINE, "Andel af befolkningen");

  spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  written_chart_add_periods (spec, periods);
  written_chart_add_series (spec, "København", own);
  written_chart_add_series (spec, "Klyngen", others);
  return spec;
}

static gboolean
is_painted (gpointer view)
{
  return tal_chart_view_get_n_paintings (view) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->spec = create_shares ("2015-12 2016-12 2017-12", "5.3 4.7 4.3", "3.3 3.0 2.8");
  fixture->window = gtk_window_new ();
  fixture->view = TAL_CHART_VIEW (tal_chart_view_new ());
  tal_chart_view_set_spec (fixture->view, fixture->spec);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tal_test_stage_wait (is_painted, fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tal_test_stage_settle ();
  g_assert_null (view);
  tal_chart_spec_unref (fixture->spec);
}

/* Whether the chart takes it. */
static gboolean
press (Fixture *fixture, guint key)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  return tal_test_stage_press (view, key, 0) == view;
}

/* NULL is no cursor. */
static void
assert_reading (Fixture *fixture, const char *reading)
{
  g_autofree char *read = tal_chart_view_dup_reading (fixture->view);

  g_assert_cmpstr (read, ==, reading);
}

static void
move_pointer (Fixture *fixture, double x, double y)
{
  g_signal_emit_by_name (tal_test_stage_find_controller (GTK_WIDGET (fixture->view),
                                                         GTK_TYPE_EVENT_CONTROLLER_MOTION),
                         "motion", x, y);
}

static void
leave (Fixture *fixture, GType controller)
{
  g_signal_emit_by_name (tal_test_stage_find_controller (GTK_WIDGET (fixture->view), controller),
                         "leave");
}

#define FIRST "december\302\2402015: København 5,3\302\240pct., Klyngen 3,3\302\240pct."
#define SECOND "december\302\2402016: København 4,7\302\240pct., Klyngen 3,0\302\240pct."
#define THIRD "december\302\2402017: København 4,3\302\240pct., Klyngen 2,8\302\240pct."

static void
test_keys_move_the_cursor (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    guint       key;
    const char *reading;
  } steps[] = {
    { GDK_KEY_Right, FIRST }, { GDK_KEY_Right, SECOND }, { GDK_KEY_Right, THIRD },
    { GDK_KEY_Right, THIRD }, { GDK_KEY_Left, SECOND },  { GDK_KEY_Home, FIRST },
    { GDK_KEY_Left, FIRST },  { GDK_KEY_End, THIRD },    { GDK_KEY_Down, THIRD },
    { GDK_KEY_Left, SECOND }, { GDK_KEY_Up, SECOND },    { GDK_KEY_Escape, NULL },
    { GDK_KEY_End, THIRD },   { GDK_KEY_Escape, NULL },
  };

  assert_reading (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("step %u", i);
      g_assert_true (press (fixture, steps[i].key));
      assert_reading (fixture, steps[i].reading);
    }
}

/* A key that does nothing here is left to whatever the chart stands in. */
static void
test_escape_without_a_cursor_is_left_to_others (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (press (fixture, GDK_KEY_Escape));
  g_assert_false (press (fixture, GDK_KEY_Return));
}

static void
test_the_pointer_moves_the_cursor (Fixture *fixture, gconstpointer unused)
{
  move_pointer (fixture, WIDTH * 0.1, HEIGHT / 2.0);
  assert_reading (fixture, FIRST);
  move_pointer (fixture, WIDTH * 0.75, HEIGHT / 2.0);
  assert_reading (fixture, THIRD);
  /* Beside the plot, where the names stand. */
  move_pointer (fixture, WIDTH - 2, HEIGHT / 2.0);
  assert_reading (fixture, NULL);
  move_pointer (fixture, WIDTH * 0.1, HEIGHT / 2.0);
  leave (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  assert_reading (fixture, NULL);
}

static void
test_what_is_pinned_stays (Fixture *fixture, gconstpointer unused)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (fixture, GDK_KEY_Home);
      g_assert_true (press (fixture, keys[i]));
      move_pointer (fixture, WIDTH * 0.75, HEIGHT / 2.0);
      assert_reading (fixture, FIRST);
      leave (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);
      leave (fixture, GTK_TYPE_EVENT_CONTROLLER_FOCUS);
      assert_reading (fixture, FIRST);

      /* The same key again lets it move, and Escape lets go of all of it. */
      g_assert_true (press (fixture, keys[i]));
      move_pointer (fixture, WIDTH * 0.75, HEIGHT / 2.0);
      assert_reading (fixture, THIRD);
      g_assert_true (press (fixture, keys[i]));
      g_assert_true (press (fixture, GDK_KEY_Escape));
      assert_reading (fixture, NULL);
      move_pointer (fixture, WIDTH * 0.1, HEIGHT / 2.0);
      assert_reading (fixture, FIRST);
      press (fixture, GDK_KEY_Escape);
    }
}

static GtkGesture *
find_click (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkGesture) gesture = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (gesture) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
        return gesture;
    }
  g_error ("The chart cannot be clicked.");
}

static void
test_a_click_pins_and_another_lets_go (Fixture *fixture, gconstpointer unused)
{
  GtkGesture *click = find_click (fixture);

  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (click, "pressed", 1, WIDTH * 0.1, HEIGHT / 2.0);
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
      move_pointer (fixture, WIDTH * 0.75, HEIGHT / 2.0);
      assert_reading (fixture, FIRST);
      g_signal_emit_by_name (click, "pressed", 1, WIDTH * 0.1, HEIGHT / 2.0);
      move_pointer (fixture, WIDTH * 0.75, HEIGHT / 2.0);
      assert_reading (fixture, THIRD);
    }
}

static void
test_the_cursor_of_the_keys_goes_with_the_focus (Fixture *fixture, gconstpointer unused)
{
  press (fixture, GDK_KEY_End);
  leave (fixture, GTK_TYPE_EVENT_CONTROLLER_FOCUS);
  assert_reading (fixture, NULL);
}

static void
assert_accessible (Fixture *fixture, GtkAccessibleProperty property, const char *text)
{
  g_autofree char *difference =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->view), property, text);

  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_a_reader_hears_the_chart_and_then_the_cursor (Fixture *fixture, gconstpointer unused)
{
  static const char whole[] = "Linjediagram. Andel af befolkningen. København: fra 5,3\302\240pct. "
                              "i december\302\2402015 til "
                              "4,3\302\240pct. i december\302\2402017. Klyngen: fra "
                              "3,3\302\240pct. i december\302\2402015 til 2,8\302\240pct. i "
                              "december\302\2402017.";
  g_autoptr (TalChartSpec) other = tal_chart_spec_new (TAL_CHART_LINE, "Andet");

  g_assert_true (
      gtk_test_accessible_has_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_IMG));
  assert_accessible (fixture, GTK_ACCESSIBLE_PROPERTY_LABEL, "Andel af befolkningen");
  assert_accessible (fixture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whole);
  press (fixture, GDK_KEY_Right);
  assert_accessible (fixture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, FIRST);
  press (fixture, GDK_KEY_Right);
  assert_accessible (fixture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, SECOND);
  press (fixture, GDK_KEY_Escape);
  assert_accessible (fixture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whole);
  tal_chart_view_set_spec (fixture->view, other);
  assert_accessible (fixture, GTK_ACCESSIBLE_PROPERTY_LABEL, "Andet");
}

static void
test_the_picture_is_kept_under_the_cursor (Fixture *fixture, gconstpointer unused)
{
  guint before = 0;

  tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
  before = tal_chart_view_get_n_paintings (fixture->view);
  for (guint i = 0; i < 5; i++)
    {
      press (fixture, i % 2 == 0 ? GDK_KEY_Right : GDK_KEY_Return);
      move_pointer (fixture, WIDTH * 0.2 * i, HEIGHT / 2.0);
      tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
    }
  press (fixture, GDK_KEY_Escape);
  tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
  tal_chart_view_set_spec (fixture->view, fixture->spec);
  tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
  g_assert_cmpuint (tal_chart_view_get_n_paintings (fixture->view), ==, before);
}

static void
test_another_style_paints_it_once_more (Fixture *fixture, gconstpointer unused)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_DARK,
                                            ADW_COLOR_SCHEME_FORCE_LIGHT };
  AdwStyleManager            *styles = adw_style_manager_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      guint before = 0;

      tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
      before = tal_chart_view_get_n_paintings (fixture->view);
      adw_style_manager_set_color_scheme (styles, schemes[i]);
      tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
      tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
      g_assert_cmpuint (tal_chart_view_get_n_paintings (fixture->view), ==, before + 1);
    }
}

static void
test_the_cursor_stays_where_the_figures_change (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalChartSpec) more =
      create_shares ("2015-12 2016-12 2017-12", "5.3 4.7 4.1", "3.3 3.0 2.8");

  press (fixture, GDK_KEY_End);
  press (fixture, GDK_KEY_Return);
  tal_chart_view_set_spec (fixture->view, more);
  assert_reading (fixture,
                  "december\302\2402017: København 4,1\302\240pct., Klyngen 2,8\302\240pct.");
  assert_accessible (fixture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                     "december\302\2402017: København 4,1\302\240pct., Klyngen 2,8\302\240pct.");
  move_pointer (fixture, WIDTH * 0.1, HEIGHT / 2.0);
  assert_reading (fixture,
                  "december\302\2402017: København 4,1\302\240pct., Klyngen 2,8\302\240pct.");
}

static void
test_the_cursor_goes_with_its_figure (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalChartSpec) shorter = create_shares ("2015-12 2016-12", "5.3 4.7", "3.3 3.0");
  g_autoptr (TalChartSpec) missing =
      create_shares ("2015-12 2016-12 2017-12", "5.3 4.7 -", "3.3 3.0 -");
  g_autoptr (TalChartSpec) nothing = tal_chart_spec_new (TAL_CHART_LINE, "");
  const TalChartSpec      *others[] = { shorter, missing, nothing, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      tal_chart_view_set_spec (fixture->view, fixture->spec);
      press (fixture, GDK_KEY_End);
      press (fixture, GDK_KEY_Return);
      assert_reading (fixture, THIRD);
      tal_chart_view_set_spec (fixture->view, others[i]);
      assert_reading (fixture, NULL);
      tal_test_stage_show_frame (GTK_WIDGET (fixture->view));

      /* Nothing is pinned any more. */
      tal_chart_view_set_spec (fixture->view, fixture->spec);
      assert_reading (fixture, NULL);
      move_pointer (fixture, WIDTH * 0.1, HEIGHT / 2.0);
      assert_reading (fixture, FIRST);
      tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
    }
}

static void
test_nothing_to_read_takes_no_keys (Fixture *fixture, gconstpointer unused)
{
  static const guint       keys[] = { GDK_KEY_Right, GDK_KEY_Left, GDK_KEY_Up,     GDK_KEY_Down,
                                      GDK_KEY_Home,  GDK_KEY_End,  GDK_KEY_Return, GDK_KEY_Escape };
  g_autoptr (TalChartSpec) nothing = tal_chart_spec_new (TAL_CHART_LINE, "");
  g_autoptr (TalChartSpec) unknown = create_shares ("2015 2016", "- -", "- -");
  const TalChartSpec      *specs[] = { nothing, unknown, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      tal_chart_view_set_spec (fixture->view, specs[i]);
      tal_test_stage_show_frame (GTK_WIDGET (fixture->view));
      for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
        g_assert_false (press (fixture, keys[j]));
      move_pointer (fixture, WIDTH / 2.0, HEIGHT / 2.0);
      assert_reading (fixture, NULL);
    }
}

static void
test_every_size_is_shown (Fixture *fixture, gconstpointer unused)
{
  static const int sizes[][2] = { { 200, 120 }, { 420, 260 }, { 1280, 800 } };

  press (fixture, GDK_KEY_End);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *view = GTK_WIDGET (fixture->view);

      gtk_widget_allocate (view, sizes[i][0], sizes[i][1], -1, NULL);
      assert_reading (fixture, THIRD);
      tal_test_stage_show_frame (view);
      assert_reading (fixture, THIRD);
    }
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        return child;
    }
  return NULL;
}

static void
test_the_menu_has_keys (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
  } keys[] = { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } };

  g_menu_append (menu, "Kopiér", "chart.copy");
  tal_chart_view_set_menu (fixture->view, G_MENU_MODEL (menu));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (keys); i++)
    {
      if (i == G_N_ELEMENTS (keys))
        press (fixture, GDK_KEY_End);
      g_assert_false (gtk_widget_get_visible (find_menu (fixture)));
      g_assert_nonnull (tal_test_stage_press (GTK_WIDGET (fixture->view),
                                              keys[i % G_N_ELEMENTS (keys)].key,
                                              keys[i % G_N_ELEMENTS (keys)].modifiers));
      g_assert_true (gtk_widget_get_visible (find_menu (fixture)));
      gtk_popover_popdown (GTK_POPOVER (find_menu (fixture)));
      tal_test_stage_settle ();
    }
  tal_chart_view_set_menu (fixture->view, NULL);
  g_assert_null (find_menu (fixture));
}

#define ADD(path, func) g_test_add ("/ui/chart-view/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  adw_init ();
  ADD ("keys-move-the-cursor", test_keys_move_the_cursor);
  ADD ("escape-without-a-cursor-is-left-to-others", test_escape_without_a_cursor_is_left_to_others);
  ADD ("the-pointer-moves-the-cursor", test_the_pointer_moves_the_cursor);
  ADD ("what-is-pinned-stays", test_what_is_pinned_stays);
  ADD ("a-click-pins-and-another-lets-go", test_a_click_pins_and_another_lets_go);
  ADD ("the-cursor-of-the-keys-goes-with-the-focus",
       test_the_cursor_of_the_keys_goes_with_the_focus);
  ADD ("a-reader-hears-the-chart-and-then-the-cursor",
       test_a_reader_hears_the_chart_and_then_the_cursor);
  ADD ("the-picture-is-kept-under-the-cursor", test_the_picture_is_kept_under_the_cursor);
  ADD ("another-style-paints-it-once-more", test_another_style_paints_it_once_more);
  ADD ("the-cursor-stays-where-the-figures-change", test_the_cursor_stays_where_the_figures_change);
  ADD ("the-cursor-goes-with-its-figure", test_the_cursor_goes_with_its_figure);
  ADD ("nothing-to-read-takes-no-keys", test_nothing_to_read_takes_no_keys);
  ADD ("every-size-is-shown", test_every_size_is_shown);
  ADD ("the-menu-has-keys", test_the_menu_has_keys);
  return g_test_run ();
}
