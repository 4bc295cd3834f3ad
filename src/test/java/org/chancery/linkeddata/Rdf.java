package org.chancery.linkeddata;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.RdfNQuad;
import com.apicatalog.rdf.RdfValue;
import java.io.StringReader;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A JSON-LD document as triples, read by a processor that may load nothing. */
record Rdf(List<RdfNQuad> triples) {
    static final String SCHEMA = "https://schema.org/";
    static final String OWN = "https://chancery.example/terms#";
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final Pattern RECORD = Pattern.compile("https?://[^/]+/v1/");

    static Rdf of(String document) throws JsonLdError {
        return new Rdf(JsonLd.toRdf(JsonDocument.of(new StringReader(document))).loader((url, options) -> {
            throw new AssertionError("nothing is to be loaded, not even " + url);
        }).get().toList());
    }

    /**
     * What is said of a record by a term: other records by their paths, literals with their languages or datatypes.
     *
     * @param subject behind {@code /v1/}
     */
    TreeSet<String> objects(String subject, String term) {
        return objects(node(subject), term);
    }

    private TreeSet<String> objects(RdfValue subject, String term) {
        TreeSet<String> found = new TreeSet<>();
        values(subject, term).map(Rdf::text).forEach(found::add);
        return found;
    }

    /** What is said of what is said of a record. */
    TreeSet<String> objects(String subject, String first, String second) {
        TreeSet<String> found = new TreeSet<>();
        values(node(subject), first).forEach(middle -> found.addAll(objects(middle, second)));
        return found;
    }

    /** Who says of a record. */
    TreeSet<String> subjects(String term, String object) {
        TreeSet<String> found = new TreeSet<>();
        triples.stream().filter(triple -> triple.getPredicate().getValue().equals(iri(term)) && text(triple.getObject()).equals(object))
                .map(triple -> text(triple.getSubject())).forEach(found::add);
        return found;
    }

    Stream<RdfValue> values(RdfValue subject, String term) {
        return triples.stream().filter(triple -> triple.getSubject().equals(subject) && triple.getPredicate().getValue().equals(iri(term)))
                .map(RdfNQuad::getObject);
    }

    private RdfValue node(String subject) {
        return triples.stream().map(RdfNQuad::getSubject).filter(each -> text(each).equals(subject)).findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said of " + subject));
    }

    static String iri(String term) {
        return term.startsWith("chancery:") ? OWN + term.substring(9) : term.startsWith("org:") ? "http://www.w3.org/ns/org#" + term.substring(4)
                : term.equals("a") ? TYPE : SCHEMA + term;
    }

    private static String text(RdfValue value) {
        if (value.isLiteral()) {
            String datatype = value.asLiteral().getDatatype().replaceFirst(".*[/#]", "");
            return value.getValue() + value.asLiteral().getLanguage().map(lang -> "@" + lang)
                    .orElse(datatype.equals("string") ? "" : "^" + datatype);
        }
        return RECORD.matcher(value.getValue()).replaceFirst("").replace(SCHEMA, "").replace(OWN, "chancery:")
                .replace("https://chancery.example/vocabularies/", "");
    }
}
