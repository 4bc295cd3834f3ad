package org.chancery.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.chancery.contract.RequestParameters;

/** Pages over distinct words in their order, with the same cursors as lists of records. */
@ApplicationScoped
public class FieldPages {
    private final RequestParameters parameters;
    private final Cursors cursors;

    FieldPages(RequestParameters parameters, Cursors cursors) {
        this.parameters = parameters;
        this.cursors = cursors;
    }

    /**
     * @param scope what binds a cursor to the list
     * @param read gives at most so many words after this one (null: from the first)
     */
    public Page<String> page(String scope, BiFunction<String, Integer, List<String>> read) {
        return page(scope, position(scope).orElse(null), read);
    }

    /** @param after behind what the page begins; null for the first one */
    public Page<String> page(String scope, String after, BiFunction<String, Integer, List<String>> read) {
        int limit = parameters.integer("limit").orElseThrow();
        List<String> words = read.apply(after, limit + 1);
        boolean more = words.size() > limit;
        List<String> shown = more ? words.subList(0, limit) : words;
        return new Page<>(shown, more ? cursor(scope, shown.get(limit - 1)) : null, null);
    }

    /** The word behind which the request continues. @throws org.chancery.problem.ProblemException 400 for a cursor of something else */
    public Optional<String> position(String... scopes) {
        return parameters.one("cursor").map(cursor -> word(cursor, scopes));
    }

    /** The word behind which a cursor continues. @throws org.chancery.problem.ProblemException 400 for a cursor of something else */
    public String word(String cursor, String... scopes) {
        return cursors.read(cursor, scopes).get(0);
    }

    /** The cursor that continues behind a word. */
    public String cursor(String scope, String word) {
        return cursors.write(scope, List.of(word));
    }
}
