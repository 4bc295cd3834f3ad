package org.chancery.volume;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.chancery.time.PartialDate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows for tables, collected and handed to PostgreSQL by COPY, part by part, in the order in which the tables were named. */
final class Sheets {
    private static final int PART = 16 << 20;

    private final CopyManager copies;
    private final List<Sheet> sheets = new ArrayList<>();

    Sheets(Connection connection) throws SQLException {
        copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** @param columns a name with {@code *} stands for the three columns of a partial date */
    Sheet sheet(String table, String columns) {
        Sheet sheet = new Sheet(table, columns.split("[, ]+"));
        sheets.add(sheet);
        return sheet;
    }

    void flushIfFull() {
        if (sheets.stream().mapToInt(sheet -> sheet.rows.length()).sum() > PART) {
            flush();
        }
    }

    void flush() {
        sheets.forEach(Sheet::flush);
    }

    /** The rows of one table. */
    final class Sheet {
        private final String sql;
        private final String[] columns;
        private final StringBuilder rows = new StringBuilder();

        private Sheet(String table, String[] columns) {
            this.columns = columns;
            List<String> names = new ArrayList<>();
            for (String column : columns) {
                if (column.endsWith("*")) {
                    String date = column.substring(0, column.length() - 1);
                    names.addAll(List.of(date + "_edtf", date + "_earliest", date + "_latest"));
                } else {
                    names.add(column);
                }
            }
            sql = "copy " + table + " (" + String.join(", ", names) + ") from stdin";
        }

        /** Values in the order of the columns; a {@link PartialDate} or null for those of a partial date. */
        void row(Object... values) {
            if (values.length != columns.length) {
                throw new IllegalArgumentException(sql + ": " + values.length + " values for " + columns.length + " columns");
            }
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    rows.append('\t');
                }
                if (columns[i].endsWith("*")) {
                    PartialDate date = (PartialDate) values[i];
                    append(date == null ? null : date.edtf());
                    rows.append('\t');
                    append(date == null ? null : date.earliest());
                    rows.append('\t');
                    append(date == null ? null : date.latest());
                } else {
                    append(values[i]);
                }
            }
            rows.append('\n');
        }

        private void append(Object value) {
            if (value == null) {
                rows.append("\\N");
            } else {
                String text = value.toString();
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    switch (c) {
                        case '\\' -> rows.append("\\\\");
                        case '\t' -> rows.append("\\t");
                        case '\n' -> rows.append("\\n");
                        default -> rows.append(c);
                    }
                }
            }
        }

        private void flush() {
            if (rows.length() > 0) {
                try {
                    copies.copyIn(sql, new StringReader(rows.toString()));
                } catch (SQLException e) {
                    throw new IllegalStateException(sql, e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                rows.setLength(0);
            }
        }
    }
}
