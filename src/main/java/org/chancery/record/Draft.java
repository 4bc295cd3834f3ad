package org.chancery.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.text.Folding;
import org.chancery.time.InvalidDateException;
import org.chancery.time.PartialDate;

/**
 * A write in the making: turns what a document says into columns and collects all that is wrong with it, so that the
 * client learns everything at once. Malformed values are 400, broken rules and missing references 422.
 */
public final class Draft {
    /** Kinds of name by which a record is found but which are never shown. */
    static final Set<String> HIDDEN_KINDS = Set.of("alias", "former", "transliteration", "inflected", "as-reported");

    private final String base;
    private final Function<String, UUID> ids;
    private final List<ProblemError> malformed;
    private final List<ProblemError> violated;
    private final List<Reference> references;
    private List<CitationInput> citations;

    /** A reference that is looked up with all others in one statement, then handed on with the type that it has. */
    record Reference(String pointer, UUID id, Set<RecordType> types, BiConsumer<UUID, RecordType> target) {
    }

    public Draft() {
        this(place -> Ids.next());
    }

    /** @param ids gives the ids of the records inside this one's document by their JSON Pointers */
    Draft(Function<String, UUID> ids) {
        this("", ids, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private Draft(String base, Function<String, UUID> ids, List<ProblemError> malformed, List<ProblemError> violated,
            List<Reference> references) {
        this.base = base;
        this.ids = ids;
        this.malformed = malformed;
        this.violated = violated;
        this.references = references;
    }

    /** A draft for a record that is written inside this one's document; what is wrong with it is reported here. */
    public Draft nested(String pointer) {
        return new Draft(base + pointer, ids, malformed, violated, references);
    }

    UUID newId() {
        return ids.apply(base);
    }

    public DateColumns date(String pointer, String edtf) {
        if (edtf == null) {
            return null;
        }
        try {
            return new DateColumns(PartialDate.parse(edtf));
        } catch (InvalidDateException e) {
            malformed(pointer, "date", e.getMessage());
            return null;
        }
    }

    public void malformed(String pointer, String code, String detail) {
        malformed.add(Errors.at(base + pointer, code, detail));
    }

    public void violated(String pointer, String code, String detail) {
        violated.add(Errors.at(base + pointer, code, detail));
    }

    /** Start and end: only what is certainly the wrong way round is refused. */
    public void inOrder(DateColumns start, String pointer, DateColumns end) {
        if (start != null && end != null && start.earliest() != null && end.latest() != null
                && start.earliest().isAfter(end.latest())) {
            violated(pointer, "end-before-start", "must not be before the start");
        }
    }

    /** Looks up what a member refers to; {@code target} gets it once everything is known to be right. */
    public void refer(String pointer, UUID id, BiConsumer<UUID, RecordType> target, RecordType first, RecordType... others) {
        if (id == null) {
            target.accept(null, null);
        } else {
            references.add(new Reference(base + pointer, id, EnumSet.of(first, others), target));
        }
    }

    /** The same where the type needs no keeping. */
    public void refer(String pointer, UUID id, Consumer<UUID> target, RecordType first, RecordType... others) {
        refer(pointer, id, (found, type) -> target.accept(found), first, others);
    }

    /** Looks up each of a list of references. */
    public void referAll(String pointer, List<UUID> ids, RecordType type) {
        for (int i = 0; i < list(ids).size(); i++) {
            refer(Errors.pointer(pointer, i), ids.get(i), id -> { }, type);
        }
    }

    public void names(RegistryRecord record, List<NameInput> inputs) {
        List<NameValue> values = new ArrayList<>();
        Set<String> displayed = new HashSet<>();
        for (NameInput input : list(inputs)) {
            String pointer = "/names/" + values.size();
            NameValue value = new NameValue();
            value.value = input.getValue();
            value.lang = input.getLang();
            value.script = input.getScript();
            value.kind = input.getKind();
            value.display = Boolean.TRUE.equals(input.getDisplay());
            value.validFrom = date(pointer + "/validFrom", input.getValidFrom());
            value.validTo = date(pointer + "/validTo", input.getValidTo());
            value.folded = Folding.fold(input.getValue());
            inOrder(value.validFrom, pointer + "/validTo", value.validTo);
            if (value.folded.isEmpty()) {
                malformed(pointer + "/value", "blank", "must not be blank");
            }
            if (value.display && HIDDEN_KINDS.contains(value.kind)) {
                violated(pointer + "/display", "never-displayed", "a name of kind " + value.kind + " is never displayed");
            } else if (value.display && !displayed.add(value.lang)) {
                violated(pointer + "/display", "displayed-twice", "another name is displayed for language " + value.lang);
            }
            values.add(value);
        }
        record.rename(values, sortName(values));
    }

    /** The name by which a record is sorted: the English one for display before others, folded. */
    static String sortName(List<NameValue> names) {
        return names.stream().filter(name -> !HIDDEN_KINDS.contains(name.kind))
                .min(Comparator.comparing((NameValue name) -> !name.lang.startsWith("en"))
                        .thenComparing(name -> !name.display))
                .or(() -> names.stream().findFirst())
                .map(name -> name.folded.length() > 500 ? name.folded.substring(0, 500) : name.folded)
                .orElse("");
    }

    public void identifiers(RegistryRecord record, List<IdentifierInput> inputs, Map<String, String> patterns) {
        record.identify(identifiers(inputs, patterns));
    }

    /** Reads identifiers that nothing is to have; {@code patterns} by scheme. */
    public List<IdentifierValue> identifiers(List<IdentifierInput> inputs, Map<String, String> patterns) {
        List<IdentifierValue> values = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (IdentifierInput input : list(inputs)) {
            String pointer = "/identifiers/" + values.size();
            String pattern = patterns.get(input.getScheme());
            if (pattern == null) {
                violated(pointer + "/scheme", "unknown-scheme", "is not a scheme of the vocabulary identifier-scheme");
            } else if (!input.getValue().matches(pattern)) {
                violated(pointer + "/value", "identifier-pattern", "must match " + pattern);
            } else if (!seen.add(List.of(input.getScheme(), input.getValue()))) {
                violated(pointer, "duplicate", "is given twice");
            }
            IdentifierValue value = new IdentifierValue();
            value.scheme = input.getScheme();
            value.value = input.getValue();
            values.add(value);
        }
        return values;
    }

    /** Citations are kept with the record once it is written. */
    public void citations(List<CitationInput> inputs) {
        citations = list(inputs);
        for (int i = 0; i < citations.size(); i++) {
            CitationInput input = citations.get(i);
            String pointer = "/citations/" + i;
            date(pointer + "/attestsOn", input.getAttestsOn());
            if (input.getQuote() != null && input.getQuoteLang() == null) {
                violated(pointer + "/quoteLang", "required", "is required with a quote");
            }
            if (input.getTranslation() != null && input.getQuote() == null) {
                violated(pointer + "/quote", "required", "is required with a translation");
            }
            refer(pointer + "/sourceId", input.getSourceId(), id -> { }, RecordType.SOURCE);
            refer(pointer + "/originId", input.getOriginId(), id -> { }, RecordType.SOURCE);
        }
    }

    List<CitationInput> citations() {
        return citations;
    }

    List<Reference> references() {
        return references;
    }

    /**
     * Hands the references on with their types, or throws with all that is wrong.
     *
     * @param survivors of what was merged, to name them
     */
    void settle(Map<UUID, RecordType> found, Map<UUID, UUID> survivors) {
        for (Reference reference : references) {
            RecordType type = found.get(reference.id());
            if (type == null && survivors.containsKey(reference.id())) {
                violated.add(Errors.at(reference.pointer(), "reference-merged", "was merged into another record: refer to that one")
                        .recordId(survivors.get(reference.id())));
            } else if (type == null) {
                violated.add(Errors.at(reference.pointer(), "reference-not-found", "there is no record with this id")
                        .recordId(reference.id()));
            } else if (!reference.types().contains(type)) {
                violated.add(Errors.at(reference.pointer(), "reference-type", "must be "
                        + String.join(" or ", reference.types().stream().map(RecordType::word).toList())
                        + ", not " + type.word()).recordId(reference.id()));
            } else {
                reference.target().accept(reference.id(), type);
            }
        }
        check();
    }

    /** All that was found wrong so far. */
    List<ProblemError> problems() {
        return Stream.concat(malformed.stream(), violated.stream()).toList();
    }

    void check() {
        if (!malformed.isEmpty()) {
            throw ProblemException.invalid(malformed);
        }
        if (!violated.isEmpty()) {
            throw ProblemException.violated(violated);
        }
    }

    /** Of an absent list the empty one. */
    public static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : values;
    }

    static UUID[] array(Collection<UUID> ids) {
        return ids.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);
    }
}
