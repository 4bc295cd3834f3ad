package org.chancery.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.DisplayName;
import org.chancery.api.model.Identifier;
import org.chancery.api.model.Name;
import org.chancery.text.Languages;

/** Names and identifiers of any number of records, read in one statement. */
@ApplicationScoped
public class Labels {
    private static final String SQL = """
            select record_id, ordinal, true, lang, value, kind, display, script, valid_from_edtf, valid_to_edtf
              from name where record_id = any(:ids)
            union all
            select i.record_id, i.ordinal, false, i.scheme, i.value, s.url_template, false, null, null, null
              from identifier i join identifier_scheme s using (scheme) where i.record_id = any(:ids)
            order by 1, 3, 2""";

    private final EntityManager database;
    private final Languages languages;

    Labels(EntityManager database, Languages languages) {
        this.database = database;
        this.languages = languages;
    }

    /** Labels of these records; null ids are passed over. */
    public Labelled of(Collection<UUID> ids) {
        Labelled labelled = new Labelled();
        UUID[] array = Draft.array(ids);
        if (array.length == 0) {
            return labelled;
        }
        List<Object[]> rows = database.createNativeQuery(SQL, Object[].class).setParameter("ids", array).getResultList();
        for (Object[] row : rows) {
            UUID id = (UUID) row[0];
            if ((boolean) row[2]) {
                labelled.names.computeIfAbsent(id, key -> new ArrayList<>()).add(name(row));
            } else {
                labelled.identifiers.computeIfAbsent(id, key -> new ArrayList<>()).add(identifier(row));
            }
        }
        return labelled;
    }

    private static Name name(Object[] row) {
        return new Name().lang((String) row[3]).value((String) row[4]).kind((String) row[5]).display((boolean) row[6])
                .script((String) row[7]).validFrom(Dates.view((String) row[8])).validTo(Dates.view((String) row[9]));
    }

    private static Identifier identifier(Object[] row) {
        String template = (String) row[5];
        return new Identifier().scheme((String) row[3]).value((String) row[4])
                .url(template == null ? null : URI.create(template.replace("{value}", (String) row[4])));
    }

    /** The labels that were read, and which of them to show. */
    public final class Labelled {
        private final Map<UUID, List<Name>> names = new HashMap<>();
        private final Map<UUID, List<Identifier>> identifiers = new HashMap<>();

        private Labelled() {
        }

        public List<Name> names(UUID id) {
            return names.getOrDefault(id, List.of());
        }

        public List<Identifier> identifiers(UUID id) {
            return identifiers.getOrDefault(id, List.of());
        }

        /**
         * The name to show: of the language asked for first, there the one marked for display, then common, official,
         * short, acronym. Null for a record without a name, and for a null id.
         */
        public DisplayName show(UUID id) {
            return id == null ? null : names(id).stream()
                    .filter(name -> !Draft.HIDDEN_KINDS.contains(name.getKind()))
                    .min(Comparator.comparingInt((Name name) -> languages.rank(name.getLang()))
                            .thenComparing(name -> !name.getDisplay())
                            .thenComparingInt(name -> List.of("common", "official", "short", "acronym").indexOf(name.getKind())))
                    .map(name -> display(name.getValue(), name.getLang()))
                    // a record known only from reports is shown as reported rather than as nothing
                    .or(() -> names(id).stream().findFirst().map(name -> display(name.getValue(), name.getLang())))
                    .orElse(null);
        }
    }

    /** A text that is shown as a name. */
    public DisplayName display(String value, String lang) {
        languages.use(lang);
        return new DisplayName().value(value).lang(lang).fallback(languages.rank(lang) >= languages.fallbackRank());
    }
}
