package org.chancery.imports;

/**
 * How a file is imported.
 *
 * @param useExisting whether a row whose record is there already, by an identifier or its URL, is passed over
 * @param dataset within which a key always means the same record; null where keys mean something in the file only
 * @param author in whose name, at most 300 characters
 * @param comment why; null for nothing
 */
public record ImportOptions(boolean dryRun, boolean atomic, boolean useExisting, String dataset, String author, String comment) {
}
