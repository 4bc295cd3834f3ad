package org.chancery.table;

/** Texts that a spreadsheet would take for a formula and run. */
final class Formulas {
    /** What a formula can begin with, the full-width forms with it, and what spreadsheets pass over on the way to it. */
    private static final String TRIGGERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Formulas() {
    }

    /** The text itself, or behind an apostrophe where a spreadsheet would run it. */
    static String defused(String text) {
        return runs(text) || runs(text.stripLeading()) ? "'" + text : text;
    }

    private static boolean runs(String text) {
        return !text.isEmpty() && TRIGGERS.indexOf(text.charAt(0)) >= 0;
    }
}
