package org.chancery.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8 one by one; of one that is too long no more than its beginning is kept in memory. */
final class LineReader {
    /** As long as a body. */
    static final int MAX_LINE = 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long read;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * A line without its end.
     *
     * @param text null where it is no text
     * @param wrong the code of what is wrong with it; null where it is a text
     */
    record Line(String text, String wrong) {
        boolean isBlank() {
            return text != null && text.isBlank();
        }
    }

    /** What a code of {@link Line#wrong} means. */
    static String sentence(String wrong) {
        return wrong.equals("encoding") ? "is not UTF-8 without the character 0" : "must be at most " + MAX_LINE + " bytes";
    }

    /** Bytes read so far. */
    long read() {
        return read;
    }

    /** @return null at the end */
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        boolean tooLong = false;
        while (fill()) {
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + end - position > MAX_LINE;
            if (!tooLong) {
                line.write(buffer, position, end - position);
            }
            position = end + 1;
            if (end < filled) {
                break;
            }
        }
        return any ? line(line.toByteArray(), tooLong) : null;
    }

    private boolean fill() throws IOException {
        if (position < filled) {
            return true;
        }
        filled = in.read(buffer);
        position = 0;
        read += Math.max(0, filled);
        return filled > 0;
    }

    private static Line line(byte[] bytes, boolean tooLong) {
        if (tooLong) {
            return new Line(null, "max-length");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf(0) < 0 ? new Line(text, null) : new Line(null, "encoding");
        } catch (CharacterCodingException e) {
            return new Line(null, "encoding");
        }
    }
}
