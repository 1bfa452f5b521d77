/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-keys.h"

/* Keys that are told by the window in front, whatever has the focus in it. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
  const char *target; /* (nullable) */
} keys[] = {
  { GDK_KEY_F3, 0, "hold.next", NULL },
  { GDK_KEY_F3, GDK_SHIFT_MASK, "hold.previous", NULL },
  { GDK_KEY_F5, 0, "hold.start", NULL },
  { GDK_KEY_F5, GDK_SHIFT_MASK, "hold.end", NULL },
  { GDK_KEY_F6, 0, "hold.note", "information" },
  { GDK_KEY_F7, 0, "hold.note", "decision" },
  { GDK_KEY_F8, 0, "hold.note", "action" },
  { GDK_KEY_F9, 0, "hold.attend", NULL },
  { GDK_KEY_F11, 0, "hold.full-screen", NULL },
};

static gboolean
on_key (GtkWidget *widget, GVariant *number, gpointer data)
{
  GtkWidget *self = data;
  guint i = g_variant_get_uint32 (number);

  if (!gtk_widget_get_mapped (self))
    return FALSE;
  return keys[i].target != NULL
             ? gtk_widget_activate_action (self, keys[i].action, "s", keys[i].target)
             : gtk_widget_activate_action (self, keys[i].action, NULL);
}

/**
 * mlg_meeting_keys_add:
 * @widget: in the window that tells the keys
 * @hold: (transfer none): the #MlgMeetingHold whose actions they are; it outlives @widget, or is it
 *
 * Has the keys of the day work in a window, as long as the tab is in sight.
 */
void
mlg_meeting_keys_add (GtkWidget *widget, GtkWidget *hold)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                            gtk_callback_action_new (on_key, hold, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (widget, controller);
}
