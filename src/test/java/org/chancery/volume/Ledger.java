package org.chancery.volume;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chancery.api.model.NameInput;
import org.chancery.record.NameRows;
import org.chancery.text.NameKeys;
import org.chancery.time.PartialDate;
import org.chancery.volume.Sheets.Sheet;

/** What records of all types have: id, times, names, identifiers, citations. */
final class Ledger {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofMillis(8);
    /** Since when there is anything to report. */
    static final LocalDate SINCE = LocalDate.parse("1990-01-01");
    /** What is later is planned: the day on which the clock of tests stands. */
    static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Chance.Weighted PRECISIONS = new Chance.Weighted("day*86 month*8 year*3 uncertain*2 approximate*1");

    final Sheets sheets;
    final Chance chance;
    private final Sheet records;
    private final Sheet names;
    private final Sheet keys;
    private final Sheet identifiers;
    private final Sheet sourceRows;
    private final Sheet citations;
    private final List<UUID> sources = new ArrayList<>();
    private Instant clock = FIRST;
    private LocalDate[] published = {};

    Ledger(Sheets sheets, Chance chance) {
        this.sheets = sheets;
        this.chance = chance;
        records = sheets.sheet("record", "id, record_type, version, created_at, updated_at, sort_name");
        names = sheets.sheet("name", "record_id, ordinal, value, lang, script, kind, display, valid_to*, folded");
        keys = sheets.sheet("name_key", "record_id, ordinal, position, record_type, method, version, key");
        identifiers = sheets.sheet("identifier", "record_id, ordinal, scheme, value");
        sourceRows = sheets.sheet("source", "id, url, title, publisher, author, lang, published*, retrieved*, origin_id");
        citations = sheets.sheet("citation", "id, record_id, ordinal, source_id, field, stance, quote, quote_lang, attests_on*, confidence");
    }

    UUID record(String type) {
        return record(type, List.of());
    }

    /** A new record; one in five was changed after it was written. */
    UUID record(String type, List<NameInput> documents) {
        clock = clock.plus(APART);
        UUID id = chance.id(clock);
        boolean changed = chance.percent(20);
        NameRows rows = NameRows.of(documents);
        records.row(id, type, changed ? 2 : 1, clock, changed ? clock.plusSeconds(chance.below(86_400 * 150)) : clock, rows.sortName());
        for (int i = 0; i < rows.rows().size(); i++) {
            NameRows.Row row = rows.rows().get(i);
            names.row(id, i, row.value(), row.lang(), row.script(), row.kind(), row.display(), row.validTo(), row.folded());
            int position = 0;
            for (NameKeys.Key key : NameKeys.of(row.value(), row.lang())) {
                keys.row(id, i, position++, type, key.method(), NameKeys.VERSION, key.key());
            }
        }
        return id;
    }

    static NameInput name(String value, String lang, String kind) {
        return new NameInput().value(value).lang(lang).kind(kind);
    }

    /** The name to show in its language. */
    static NameInput shown(String value, String lang) {
        return name(value, lang, "common").display(true);
    }

    void identify(UUID record, String scheme, String value) {
        identifiers.row(record, 0, scheme, value);
    }

    /** A day as sources give it: most to the day, some to the month or the year, some in doubt. */
    PartialDate date(LocalDate day) {
        String text = day.toString();
        return PartialDate.parse(switch (PRECISIONS.one(chance)) {
            case "month" -> text.substring(0, 7);
            case "year" -> text.substring(0, 4);
            case "uncertain" -> text + "?";
            case "approximate" -> text + "~";
            default -> text;
        });
    }

    /** Sources that were published one after the other; some repeat an earlier one. */
    void writeSources(int count) {
        List<Word> publishers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            publishers.add(Word.of(2, true, chance));
        }
        Chance.Skewed popular = new Chance.Skewed(publishers.size(), 1);
        published = new LocalDate[count];
        long days = TODAY.toEpochDay() - SINCE.toEpochDay();
        for (int i = 0; i < count; i++) {
            published[i] = SINCE.plusDays(days * i / count);
            Word publisher = publishers.get(popular.one(chance));
            UUID id = record("source");
            sourceRows.row(id, "https://" + publisher.latin().toLowerCase(Locale.ROOT) + ".example/" + i,
                    Word.of(3, true, chance).latin() + " " + Word.of(2, false, chance).latin(), publisher.latin() + " Daily", null,
                    chance.percent(60) ? "en" : "uk", PartialDate.ofDay(published[i]), PartialDate.ofDay(TODAY),
                    i > 20 && chance.percent(20) ? sources.get(i - 1 - chance.below(20)) : null);
            sources.add(id);
            sheets.flushIfFull();
        }
    }

    /** Cites one of the first sources that were published on the day or after it, of what is to come one of the last year or so. */
    void cite(UUID record, int ordinal, String field, LocalDate day) {
        int at = Arrays.binarySearch(published, day);
        int first = (at < 0 ? -at - 1 : at) + chance.below(3);
        int source = first < published.length ? first : published.length - 1 - chance.below(published.length / 30);
        boolean quoted = chance.percent(40);
        citations.row(chance.id(clock), record, ordinal, sources.get(source), field, chance.percent(96) ? "supports" : "mentions",
                quoted ? Word.of(4, true, chance).latin() + " " + Word.of(3, false, chance).latin() : null, quoted ? "en" : null, null,
                chance.percent(30) ? "high" : null);
    }
}
