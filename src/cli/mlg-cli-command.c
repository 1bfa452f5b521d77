/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-command.h"

#include <glib/gi18n.h>

/* In the order in which the help shows them. */
static const MlgCliCommand commands[] = {
  {
      .name = "init",
      /* Translators: words in capitals stand for what is to be typed. */
      .arguments = N_ ("NAME"),
      .summary = N_ ("Make a new network file"),
      .details = N_ ("NAME is the name of the network. The file must not exist yet."),
      .run = mlg_cli_init,
  },
  {
      .name = "list",
      .arguments = N_ ("KIND"),
      .summary = N_ ("List the records of a kind"),
      .details = N_ ("labels lists the labels, standards and schemes that the check knows."),
      .run = mlg_cli_list,
  },
  {
      .name = "show",
      .arguments = N_ ("KIND ID|NAME"),
      .summary = N_ ("Show one record with what belongs to it"),
      .details = N_ ("A name is matched as it is; if no record has it, its words are searched, and "
                     "must lead to one record."),
      .run = mlg_cli_show,
  },
  {
      .name = "add",
      .arguments = N_ ("KIND FIELD=VALUE…"),
      .summary = N_ ("Add a record, or public bodies from the directory"),
      .details = N_ ("From the directory, what is there already is left as it is."),
      .run = mlg_cli_add,
  },
  {
      .name = "set",
      .arguments = N_ ("KIND ID|NAME FIELD=VALUE…"),
      .summary = N_ ("Change fields of a record"),
      .details = N_ ("FIELD= without a value empties the field."),
      .run = mlg_cli_set,
  },
  {
      .name = "remove",
      .arguments = N_ ("KIND ID|NAME"),
      .summary = N_ ("Remove a record with what belongs to it"),
      .run = mlg_cli_remove,
  },
  {
      .name = "search",
      .arguments = N_ ("WORDS…"),
      .summary = N_ ("Find records of any kind by their words"),
      .details = N_ ("Case, accents and endings do not matter; the last word may be only begun."),
      .run = mlg_cli_search,
  },
  {
      .name = "agenda",
      .arguments = N_ ("ID|NAME"),
      .summary = N_ ("Show the agenda of a meeting with its times, or change it"),
      .run = mlg_cli_agenda,
  },
  {
      .name = "meeting",
      .arguments = N_ ("check|count|invite|next|duplicate MEETING | state MEETING STATE | "
                       "actions | decisions"),
      .summary = N_ ("Prepare a meeting and follow it up"),
      .details =
          N_ ("check tells what is missing; the exit status is then 3. invite adds those who "
              "are meant by its options and are not invited yet. next makes the following "
              "meeting of the series, with what is still open. actions lists what is to do in "
              "all meetings, late ones first; decisions is the register."),
      .run = mlg_cli_meeting,
  },
  {
      .name = "dossier",
      .arguments = N_ ("MEETING OUTDIR"),
      .summary = N_ ("Make all the papers of a meeting"),
      .details =
          N_ ("OUTDIR gets dossier.pdf, .odt, .docx and .html with all papers bound, a folder "
              "for each format with each paper in a file of its own, and dossier.ics. What is "
              "missing shows as gaps and is listed; the exit status is then 3."),
      .run = mlg_cli_dossier,
  },
  {
      .name = "library",
      .arguments = N_ ("usual | uses|wordings|bar|follow CLAUSE | keep CLAUSE TEMPLATE REVISION | "
                       "compare TEMPLATE REVISION [REVISION] | duplicate TEMPLATE TITLE | "
                       "answer DRAFT FIELD=VALUE… | news|update DRAFT | law TEMPLATE"),
      .summary = N_ ("Work with clauses, templates and drafts"),
      .details =
          N_ ("usual brings the model tenders of the program. uses tells where a clause stands, "
              "wordings what it was, bar how many offers came "
              "where it was asked for. keep holds a template to an older wording, follow gives "
              "all templates that of now. compare tells what differs between two revisions, or "
              "one and now, word by word; news the same between a draft and its template; the "
              "exit status is then 3 when something does. update takes the template as it is "
              "now, and keeps the answers. law lists the rules that came into force since a "
              "template was checked last; the exit status is then 3 when there are."),
      .run = mlg_cli_library,
  },
  {
      .name = "theme",
      .arguments = N_ ("usual | start THEME | progress [THEME] | interested THEME"),
      .summary = N_ ("Propose themes, and go from a theme to the group that works on it"),
      .details =
          N_ ("usual adds the themes that networks usually work on. start makes the working group "
              "of those who want the theme, with five steps, their restitution, and a meeting for "
              "each, in one action."),
      .run = mlg_cli_theme,
  },
  {
      .name = "questionnaire",
      .arguments = N_ ("open|close|copy|pending QUESTIONNAIRE | options QUESTIONNAIRE FILE | hands "
                       "QUESTIONNAIRE OPTION=N…"),
      .summary = N_ ("Open and close a questionnaire, and see who has not answered"),
      .details = N_ ("options makes options of the lines of a file. hands notes a show of hands."),
      .run = mlg_cli_questionnaire,
  },
  {
      .name = "tally",
      .arguments = N_ ("QUESTIONNAIRE|FILE.csv|FILE.cvotes"),
      .summary = N_ ("Count answers or ballots by several methods side by side"),
      .details =
          N_ ("Ballots are those of a questionnaire, of a table (a column for each option), or of "
              "a file in the Condorcet Election Format. Ties are told as ties."),
      .run = mlg_cli_tally,
  },
  {
      .name = "import",
      .arguments = N_ ("members|people|meetings|templates|nomenclature|answers FILE…"),
      .summary = N_ (
          "Import spreadsheets (CSV), contact cards (.vcf), calendars (.ics) and templates (XML)"),
      .details =
          N_ ("All files are one action: one undo takes it back. In a table of people, columns "
              "may name the body where they work and what they do there. Templates are XML, "
              "notices of public procurement, bundles of them (.zip), or documents, which are cut "
              "by their headings: "
              "--dry-run shows how."),
      .run = mlg_cli_import,
  },
  {
      .name = "export",
      .arguments = N_ ("KIND OUT.csv|OUT.vcf | meeting|template|draft ID|NAME OUT | "
                       "questionnaire|answers|ballots|tally ID|NAME OUT | calendar OUT.ics | "
                       "templates FOLDER|OUT.zip"),
      .summary =
          N_ ("Export to a spreadsheet (CSV), to contact cards (.vcf), to a calendar (.ics), "
              "a paper of a meeting, or templates (XML and all formats of documents)"),
      .details = N_ ("People who want no mailings are exported too: an export is no mailing. Their "
                     "cards and rows say so."),
      .run = mlg_cli_export,
  },
  {
      .name = "convert",
      .arguments = N_ ("IN OUT"),
      .summary = N_ ("Convert a document to another format"),
      .details = N_ ("ODT, flat ODT, DOCX and Maillage XML are read, and notices of public "
                     "procurement (eForms), which become templates. The ending of OUT names the "
                     "format that is written."),
      .run = mlg_cli_convert,
  },
  {
      .name = "validate",
      .arguments = N_ ("FILE…"),
      .summary = N_ ("Check a document, a template or answers against their schema"),
      .details = N_ ("The exit status is 3 when a file is not valid."),
      .run = mlg_cli_validate,
  },
  {
      .name = "fill",
      .arguments = N_ ("TEMPLATE OUT"),
      .summary = N_ ("Make a document from a template"),
      .details = N_ ("The ending of OUT names the format that is written. Required fields without "
                     "an answer show as gaps and are listed; the exit status is then 3."),
      .run = mlg_cli_fill,
  },
  {
      .name = "check",
      .arguments = N_ ("TEMPLATE|FILE"),
      .summary = N_ ("Check a tender against the rules in force on a day"),
      .details = N_ ("What is not said about the purchase is unknown, and never makes a rule met: "
                     "it is then to be checked. The exit status is 3 when an obligation is not "
                     "met."),
      .run = mlg_cli_check,
  },
  {
      .name = "compare",
      .arguments = "",
      .summary = N_ ("Compare the members with the directory of public bodies"),
      .details = N_ ("The exit status is 3 when something differs. A body that the directory does "
                     "not have any more is never changed."),
      .run = mlg_cli_compare,
  },
  {
      .name = "territory",
      .arguments = "",
      .summary = N_ ("Count the members and the people they cover, by département"),
      .details = N_ ("People are counted in communes, each once: those that are members, or whose "
                     "intercommunal body or département is one."),
      .run = mlg_cli_territory,
  },
  {
      .name = "duplicates",
      .arguments = N_ ("[members|people] | --apart members|people ID|NAME ID|NAME"),
      .summary = N_ ("Find records that may be there twice"),
      .run = mlg_cli_duplicates,
  },
  {
      .name = "merge",
      .arguments = N_ ("KIND ID|NAME ID|NAME"),
      .summary = N_ ("Make one record of two"),
      .details = N_ ("The first one is kept, and gets what only the other one knows and all that "
                     "refers to it; the other one goes."),
      .run = mlg_cli_merge,
  },
  {
      .name = "privacy",
      .arguments =
          N_ ("export PERSON OUT | erase PERSON [--dry-run] | reviews [DATE] | register OUT"),
      .summary = N_ ("Answer for personal data"),
      .details = N_ ("export writes what is known of a person: for machines when OUT ends in .xml, "
                     "else for people. erase takes them out of the file, its history and its "
                     "backups, for good; copies made elsewhere are not reached. reviews lists "
                     "whose data must be looked at. register "
                     "writes the entry of the record of processing activities."),
      .run = mlg_cli_privacy,
  },
  {
      .name = "history",
      .arguments = N_ ("[KIND ID|NAME]"),
      .summary = N_ ("List what was done, the latest first"),
      .details = N_ ("With a record: what became of it, field by field."),
      .run = mlg_cli_history,
  },
  {
      .name = "undo",
      .arguments = N_ ("[N]"),
      .summary = N_ ("Undo the last action, or the last N actions"),
      .run = mlg_cli_undo,
  },
  {
      .name = "redo",
      .arguments = N_ ("[N]"),
      .summary = N_ ("Do again what was undone last, or N undone actions"),
      .run = mlg_cli_redo,
  },
  {
      .name = "backup",
      .arguments = N_ ("[FILE]"),
      .summary = N_ ("Copy the network file as it is now"),
      .details =
          N_ ("Without FILE, into the folder of backups beside the network file. FILE may be "
              "an older backup, which is replaced; no other file is."),
      .run = mlg_cli_backup,
  },
  {
      .name = "restore",
      .arguments = N_ ("[FILE]"),
      .summary = N_ ("Put a backup in the place of the network file"),
      .details = N_ ("What is there is kept as a backup before."),
      .run = mlg_cli_restore,
  },
  {
      .name = "verify",
      .arguments = "",
      .summary = N_ ("Check that the network file is sound"),
      .details = N_ ("The exit status is 3 when it is not."),
      .run = mlg_cli_verify,
  },
};

/**
 * mlg_cli_command_find:
 * @name: the word that was typed
 *
 * Returns: (nullable): the command
 */
const MlgCliCommand *
mlg_cli_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/**
 * mlg_cli_command_list:
 *
 * Returns: (transfer full): the commands with what they do, a line each, for the help
 */
char *
mlg_cli_command_list (void)
{
  GString *list = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (list, "\n  %-14s%s", commands[i].name, _ (commands[i].summary));
  return g_string_free (list, FALSE);
}
